package io.tiktoken.order.purchase.web;

import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.order.order.OrderId;
import io.tiktoken.order.order.ShowOrders;
import io.tiktoken.order.order.web.OrderProblems;
import io.tiktoken.order.order.web.OrderView;
import io.tiktoken.order.purchase.PayOrder;
import io.tiktoken.order.purchase.PayOrder.Outcome;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Pays a customer's order. */
@RestController
@ForCustomers
class PaymentController {

    private final PayOrder payOrder;
    private final ShowOrders showOrders;

    PaymentController(PayOrder payOrder, ShowOrders showOrders) {
        this.payOrder = payOrder;
        this.showOrders = showOrders;
    }

    @PostMapping("/api/orders/{id}/payment")
    ResponseEntity<?> pay(
            Person customer, IdempotentRequest key, @PathVariable UUID id, @Valid @RequestBody PaymentRequest body) {
        var order = new OrderId(id);
        return switch (payOrder.pay(new PayOrder.Request(customer.id(), order, body.toApproval(), key, body))) {
            case Outcome.Paid(var replayed) -> answer(HttpStatus.OK, customer, order, replayed);
            case Outcome.Processing(var replayed) -> answer(HttpStatus.ACCEPTED, customer, order, replayed);
            case Outcome.Refused(var why, var replayed) ->
                Idempotency.marked(PaymentProblems.of(why).response(), replayed);
            case Outcome.NotFound() -> OrderProblems.notFound().response();
            case Outcome.Expired() -> OrderProblems.expired().response();
            case Outcome.Cancelled() -> OrderProblems.cancelled().response();
        };
    }

    private ResponseEntity<?> answer(HttpStatus status, Person customer, OrderId order, boolean replayed) {
        return showOrders
                .find(customer.id(), order)
                .map(OrderView::of)
                .<ResponseEntity<?>>map(view -> Idempotency.marked(
                        ResponseEntity.status(status).location(view.location()).body(view), replayed))
                .orElseGet(() -> OrderProblems.notFound().response());
    }
}
