package io.tiktoken.order.purchase.web;

import static io.tiktoken.order.web.Code.APPROVAL_EXPIRED;
import static io.tiktoken.order.web.Code.APPROVAL_INVALID;
import static io.tiktoken.order.web.Code.APPROVAL_USED;
import static io.tiktoken.order.web.Code.INSUFFICIENT_FUNDS;
import static io.tiktoken.order.web.Code.LIMIT_EXCEEDED;
import static io.tiktoken.order.web.Code.NOT_FOUND;
import static io.tiktoken.order.web.Code.ORDER_CANCELLED;
import static io.tiktoken.order.web.Code.ORDER_EXPIRED;
import static io.tiktoken.order.web.Code.OUT_OF_STOCK;
import static io.tiktoken.order.web.Code.PAYEE_FROZEN;
import static io.tiktoken.order.web.Code.PAYMENT_TIMED_OUT;
import static io.tiktoken.order.web.Code.RESERVATION_EXPIRED;
import static io.tiktoken.order.web.Code.WALLET_FROZEN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.order.order.OrderId;
import io.tiktoken.order.order.ShowOrders;
import io.tiktoken.order.order.web.OrderView;
import io.tiktoken.order.purchase.Approval;
import io.tiktoken.order.purchase.PayOrder;
import io.tiktoken.order.purchase.PayOrder.Outcome;
import io.tiktoken.order.web.Code;
import io.tiktoken.order.web.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
@Tag(name = "Orders")
class PaymentController {

    /** The customer's consent; what it is about, and how much, is the order's business. */
    record Request(
            @Schema(example = "eyJ0eXAiOiJhcHByb3ZhbCtqd3Qi.eyJqdGkiOiI3.c2ln") @NotBlank @Size(max = 4_096)
            String approval) {

        Approval toApproval() {
            return new Approval(approval);
        }

        @Override
        public String toString() {
            return "Request[approval=masked]";
        }
    }

    private final PayOrder payOrder;
    private final ShowOrders showOrders;

    PaymentController(PayOrder payOrder, ShowOrders showOrders) {
        this.payOrder = payOrder;
        this.showOrders = showOrders;
    }

    @PostMapping("/api/orders/{id}/payment")
    @Operation(
            summary = "Pays an order",
            description =
                    "With an approval of exactly this purchase. Stock and money are reserved, then both are taken, or"
                            + " neither is. A refused approval can be put right and sent again with the same key.")
    @ApiResponse(
            responseCode = "200",
            description = "The order, which is paid",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The order, which is being paid; look at it again in a moment",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @Refuses({
        NOT_FOUND,
        ORDER_EXPIRED,
        ORDER_CANCELLED,
        OUT_OF_STOCK,
        INSUFFICIENT_FUNDS,
        LIMIT_EXCEEDED,
        WALLET_FROZEN,
        PAYEE_FROZEN,
        APPROVAL_INVALID,
        APPROVAL_EXPIRED,
        APPROVAL_USED,
        PAYMENT_TIMED_OUT,
        RESERVATION_EXPIRED
    })
    ResponseEntity<?> pay(
            Person customer, IdempotentRequest key, @PathVariable UUID id, @Valid @RequestBody Request body) {
        var order = new OrderId(id);
        return switch (payOrder.pay(new PayOrder.Request(customer.id(), order, body.toApproval(), key, body))) {
            case Outcome.Paid(var replayed) -> answer(HttpStatus.OK, customer, order, replayed);
            case Outcome.Processing(var replayed) -> answer(HttpStatus.ACCEPTED, customer, order, replayed);
            case Outcome.Refused(var why, var replayed) ->
                Idempotency.marked(Code.valueOf(why.name()).response("something in this order"), replayed);
            case Outcome.NotFound() -> NOT_FOUND.response();
            case Outcome.Expired() -> ORDER_EXPIRED.response();
            case Outcome.Cancelled() -> ORDER_CANCELLED.response();
        };
    }

    private ResponseEntity<?> answer(HttpStatus status, Person customer, OrderId order, boolean replayed) {
        return showOrders
                .find(customer.id(), order)
                .map(OrderView::of)
                .<ResponseEntity<?>>map(view -> Idempotency.marked(
                        ResponseEntity.status(status).location(view.location()).body(view), replayed))
                .orElseGet(() -> NOT_FOUND.response());
    }
}
