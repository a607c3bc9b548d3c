package io.tiktoken.order.order.web;

import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.order.cart.web.CatalogProblems;
import io.tiktoken.order.order.CancelOrder;
import io.tiktoken.order.order.Order;
import io.tiktoken.order.order.OrderId;
import io.tiktoken.order.order.PlaceOrder;
import io.tiktoken.order.order.ShowOrders;
import jakarta.validation.Valid;
import java.util.UUID;
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
class OrderController {

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
    ResponseEntity<?> place(Person customer, IdempotentRequest request, @Valid @RequestBody OrderRequest body) {
        return idempotency.once(
                request,
                body,
                () -> placeOrder.prepare(customer.id(), body.toItems()),
                prepared -> answer(prepared.get()));
    }

    @GetMapping
    Page<OrderView> page(Person customer, PageQuery query) {
        return showOrders.page(customer.id(), query).map(OrderView::withoutTimeline);
    }

    @GetMapping("/{id}")
    ResponseEntity<?> show(Person customer, @PathVariable UUID id) {
        return showOrders
                .find(customer.id(), new OrderId(id))
                .<ResponseEntity<?>>map(known -> ResponseEntity.ok(OrderView.of(known)))
                .orElseGet(() -> OrderProblems.notFound().response());
    }

    @PostMapping("/{id}/cancellation")
    ResponseEntity<?> cancel(Person customer, @PathVariable UUID id) {
        return switch (cancelOrder.cancel(customer.id(), new OrderId(id))) {
            case CancelOrder.Outcome.Cancelled(var order) -> ResponseEntity.ok(view(order));
            case CancelOrder.Outcome.NotFound() -> OrderProblems.notFound().response();
            case CancelOrder.Outcome.PaymentInProgress() ->
                OrderProblems.paymentInProgress().response();
            case CancelOrder.Outcome.AlreadyPaid() ->
                OrderProblems.alreadyPaid().response();
            case CancelOrder.Outcome.Expired() -> OrderProblems.expired().response();
        };
    }

    private ResponseEntity<?> answer(PlaceOrder.Outcome outcome) {
        return switch (outcome) {
            case PlaceOrder.Outcome.Placed(var order) -> {
                var view = view(order);
                yield ResponseEntity.created(view.location()).body(view);
            }
            case PlaceOrder.Outcome.CartEmpty() ->
                Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "cart_empty", "There is nothing in the cart to order")
                        .response();
            case PlaceOrder.Outcome.CartChanged() ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "cart_changed",
                                "The cart was changed while it was ordered; look at it and order again")
                        .response();
            case PlaceOrder.Outcome.UnknownProduct(var product) ->
                CatalogProblems.unknown(product).response();
            case PlaceOrder.Outcome.OutOfStock(var product) ->
                Problem.of(HttpStatus.CONFLICT, "out_of_stock", "There is not enough of " + product.name() + " left")
                        .with("productId", product.id())
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
