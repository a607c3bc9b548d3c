package io.tiktoken.order.order.web;

import static io.tiktoken.order.web.Code.CART_CHANGED;
import static io.tiktoken.order.web.Code.CART_EMPTY;
import static io.tiktoken.order.web.Code.CATALOG_UNAVAILABLE;
import static io.tiktoken.order.web.Code.NOT_FOUND;
import static io.tiktoken.order.web.Code.ORDER_EXPIRED;
import static io.tiktoken.order.web.Code.ORDER_PAID;
import static io.tiktoken.order.web.Code.OUT_OF_STOCK;
import static io.tiktoken.order.web.Code.PAYMENT_IN_PROGRESS;
import static io.tiktoken.order.web.Code.PRODUCT_UNKNOWN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.order.cart.CartItem;
import io.tiktoken.order.cart.Carts;
import io.tiktoken.order.cart.ProductId;
import io.tiktoken.order.cart.web.CatalogProblems;
import io.tiktoken.order.order.CancelOrder;
import io.tiktoken.order.order.Order;
import io.tiktoken.order.order.OrderId;
import io.tiktoken.order.order.PlaceOrder;
import io.tiktoken.order.order.ShowOrders;
import io.tiktoken.order.web.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A customer's orders: place, look at, cancel. */
@RestController
@RequestMapping("/api/orders")
@ForCustomers
@Tag(name = "Orders", description = "What a customer agreed to buy, and what became of it.")
class OrderController {

    /**
     * What a customer orders. There is no field for a price or a total: those are ours to say.
     *
     * @param items absent to order what is in the cart
     */
    record Request(
            @Size(min = 1, max = Carts.MOST_LINES) @Nullable List<@NotNull @Valid Item> items) {

        record Item(
                @NotNull UUID productId,
                @Min(1) @Max(CartItem.LARGEST_QUANTITY) int quantity) {}

        @Nullable
        List<CartItem> toItems() {
            if (items == null) {
                return null;
            }
            if (items.stream().map(Item::productId).distinct().count() < items.size()) {
                throw new ProblemException(Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "validation_failed",
                        "items: a product is named twice; give its whole quantity in one place"));
            }
            return items.stream()
                    .map(item -> new CartItem(new ProductId(item.productId()), item.quantity()))
                    .toList();
        }
    }

    private final PlaceOrder placeOrder;
    private final CancelOrder cancelOrder;
    private final ShowOrders showOrders;
    private final Idempotency idempotency;

    OrderController(PlaceOrder placeOrder, CancelOrder cancelOrder, ShowOrders showOrders, Idempotency idempotency) {
        this.placeOrder = placeOrder;
        this.cancelOrder = cancelOrder;
        this.showOrders = showOrders;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(
            summary = "Orders products at today's prices",
            description =
                    "The prices hold for fifteen minutes, in which the order has to be paid. Without items, what is"
                            + " in the cart is ordered, and the cart is empty afterwards.")
    @ApiResponse(
            responseCode = "201",
            description = "The order, which awaits payment",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @Refuses({CART_EMPTY, CART_CHANGED, PRODUCT_UNKNOWN, OUT_OF_STOCK, CATALOG_UNAVAILABLE})
    ResponseEntity<?> place(Person customer, IdempotentRequest request, @Valid @RequestBody Request body) {
        return idempotency.once(
                request,
                body,
                () -> placeOrder.prepare(customer.id(), body.toItems()),
                prepared -> answer(prepared.get()));
    }

    @GetMapping
    @Operation(summary = "Lists the caller's orders", description = "Newest first, without what happened to each.")
    @ApiResponse(responseCode = "200", description = "A page of orders")
    Page<OrderView> page(Person customer, PageQuery query) {
        return showOrders.page(customer.id(), query).map(OrderView::withoutTimeline);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Shows one of the caller's orders",
            description = "With everything that happened to it; an order of somebody else does not exist here.")
    @ApiResponse(
            responseCode = "200",
            description = "The order",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @Refuses(NOT_FOUND)
    ResponseEntity<?> show(Person customer, @PathVariable UUID id) {
        return showOrders
                .find(customer.id(), new OrderId(id))
                .<ResponseEntity<?>>map(known -> ResponseEntity.ok(OrderView.of(known)))
                .orElseGet(() -> NOT_FOUND.response());
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Cancels an order that nobody has paid", description = "May be repeated.")
    @ApiResponse(
            responseCode = "200",
            description = "The order, which is cancelled",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @Refuses({NOT_FOUND, PAYMENT_IN_PROGRESS, ORDER_PAID, ORDER_EXPIRED})
    ResponseEntity<?> cancel(Person customer, @PathVariable UUID id) {
        return switch (cancelOrder.cancel(customer.id(), new OrderId(id))) {
            case CancelOrder.Outcome.Cancelled(var order) -> ResponseEntity.ok(view(order));
            case CancelOrder.Outcome.NotFound() -> NOT_FOUND.response();
            case CancelOrder.Outcome.PaymentInProgress() -> PAYMENT_IN_PROGRESS.response();
            case CancelOrder.Outcome.AlreadyPaid() -> ORDER_PAID.response();
            case CancelOrder.Outcome.Expired() -> ORDER_EXPIRED.response();
        };
    }

    private ResponseEntity<?> answer(PlaceOrder.Outcome outcome) {
        return switch (outcome) {
            case PlaceOrder.Outcome.Placed(var order) -> {
                var view = view(order);
                yield ResponseEntity.created(view.location()).body(view);
            }
            case PlaceOrder.Outcome.CartEmpty() -> CART_EMPTY.response();
            case PlaceOrder.Outcome.CartChanged() -> CART_CHANGED.response();
            case PlaceOrder.Outcome.UnknownProduct(var product) ->
                CatalogProblems.unknown(product).response();
            case PlaceOrder.Outcome.OutOfStock(var product) ->
                OUT_OF_STOCK
                        .problem(product.name())
                        .with("productId", product.id().value())
                        .with("available", product.available())
                        .response();
            case PlaceOrder.Outcome.CatalogUnavailable() ->
                CatalogProblems.unavailable().response();
        };
    }

    private OrderView view(Order order) {
        return OrderView.of(showOrders.withTimeline(order));
    }
}
