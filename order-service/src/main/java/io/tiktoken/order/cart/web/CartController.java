package io.tiktoken.order.cart.web;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.order.cart.CartItem;
import io.tiktoken.order.cart.Carts;
import io.tiktoken.order.cart.FillCart;
import io.tiktoken.order.cart.FillCart.Outcome;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
class CartController {

    private final FillCart cart;

    CartController(FillCart cart) {
        this.cart = cart;
    }

    @GetMapping
    ResponseEntity<?> show(Person customer) {
        return answer(cart.show(customer.id()));
    }

    @PutMapping("/items/{productId}")
    ResponseEntity<?> put(Person customer, @PathVariable UUID productId, @Valid @RequestBody QuantityRequest body) {
        return answer(cart.put(customer.id(), new CartItem(productId, body.quantity())));
    }

    @DeleteMapping("/items/{productId}")
    ResponseEntity<?> remove(Person customer, @PathVariable UUID productId) {
        return answer(cart.remove(customer.id(), productId));
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Filled(var filled) -> ResponseEntity.ok(CartView.of(filled));
            case Outcome.CatalogUnavailable() -> CatalogProblems.unavailable().response();
            case Outcome.UnknownProduct(var product) ->
                CatalogProblems.unknown(product).response();
            case Outcome.CartFull() ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "cart_full",
                                "A cart holds at most %d different products".formatted(Carts.MOST_LINES))
                        .response();
        };
    }
}
