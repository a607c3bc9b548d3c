package io.tiktoken.order.cart.web;

import static io.tiktoken.order.web.Code.CART_FULL;
import static io.tiktoken.order.web.Code.CATALOG_UNAVAILABLE;
import static io.tiktoken.order.web.Code.PRODUCT_UNKNOWN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.order.cart.CartItem;
import io.tiktoken.order.cart.Carts;
import io.tiktoken.order.cart.FillCart;
import io.tiktoken.order.cart.FillCart.Outcome;
import io.tiktoken.order.cart.PricedCart;
import io.tiktoken.order.cart.ProductId;
import io.tiktoken.order.web.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The customer's own cart; every answer shows it as it is now. */
@RestController
@RequestMapping("/api/cart")
@ForCustomers
@Tag(name = "Cart", description = "What a customer means to buy; it promises nothing.")
class CartController {

    /** How many of a product the customer wants. */
    record Quantity(@Min(1) @Max(CartItem.LARGEST_QUANTITY) int quantity) {}

    /** What a customer sees of their cart. */
    record View(List<Item> items, Money total) {

        /**
         * One product in the cart.
         *
         * @param available how many can be bought just now; 0 when the product is no longer sold
         */
        record Item(
                UUID productId,
                @Schema(example = "Lipstick") String name,
                Money unitPrice,
                int quantity,
                Money total,
                int available) {

            static Item of(PricedCart.Line line) {
                var product = line.product();
                return new Item(
                        line.item().productId().value(),
                        product == null ? "No longer sold" : product.name(),
                        line.unitPrice(),
                        line.item().quantity(),
                        line.total(),
                        product == null ? 0 : product.available());
            }
        }

        static View of(PricedCart cart) {
            return new View(cart.lines().stream().map(Item::of).toList(), cart.total());
        }
    }

    private final FillCart cart;

    CartController(FillCart cart) {
        this.cart = cart;
    }

    @GetMapping
    @Operation(summary = "Shows the caller's cart", description = "At today's prices.")
    @ApiResponse(
            responseCode = "200",
            description = "The cart",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses(CATALOG_UNAVAILABLE)
    ResponseEntity<?> show(Person customer) {
        return answer(cart.show(customer.id()));
    }

    @PutMapping("/items/{productId}")
    @Operation(summary = "Puts so many of a product into the cart", description = "In place of what was there of it.")
    @ApiResponse(
            responseCode = "200",
            description = "The cart",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses({PRODUCT_UNKNOWN, CART_FULL, CATALOG_UNAVAILABLE})
    ResponseEntity<?> put(Person customer, @PathVariable UUID productId, @Valid @RequestBody Quantity body) {
        return answer(cart.put(customer.id(), new CartItem(new ProductId(productId), body.quantity())));
    }

    @DeleteMapping("/items/{productId}")
    @Operation(summary = "Takes a product out of the cart", description = "May be repeated.")
    @ApiResponse(
            responseCode = "200",
            description = "The cart",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses(CATALOG_UNAVAILABLE)
    ResponseEntity<?> remove(Person customer, @PathVariable UUID productId) {
        return answer(cart.remove(customer.id(), new ProductId(productId)));
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Filled(var filled) -> ResponseEntity.ok(View.of(filled));
            case Outcome.CatalogUnavailable() -> CatalogProblems.unavailable().response();
            case Outcome.UnknownProduct(var product) ->
                CatalogProblems.unknown(product).response();
            case Outcome.CartFull() -> CART_FULL.response(Carts.MOST_LINES);
        };
    }
}
