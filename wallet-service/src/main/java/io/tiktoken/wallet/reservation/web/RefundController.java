package io.tiktoken.wallet.reservation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForService;
import io.tiktoken.wallet.reservation.RefundPurchase;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives committed purchases back. */
@RestController
@ForService("funds:reserve")
@Tag(name = "Refunds", description = "For order-service; every call may be repeated.")
class RefundController {

    /** A refund that was made. */
    record RefundView(UUID id, UUID reservationId, Money amount) {}

    private final RefundPurchase refundPurchase;

    RefundController(RefundPurchase refundPurchase) {
        this.refundPurchase = refundPurchase;
    }

    @PutMapping("/internal/refunds/{id}")
    @Operation(summary = "Gives a committed purchase back, or a part of it")
    @ApiResponse(
            responseCode = "200",
            description = "Given back, now or by an earlier call",
            content = @Content(schema = @Schema(implementation = RefundView.class)))
    @ApiResponse(responseCode = "402", description = "`insufficient_funds` in the payee's wallet")
    @ApiResponse(responseCode = "404", description = "`not_reserved`")
    @ApiResponse(responseCode = "409", description = "`exceeds_committed`")
    @ApiResponse(responseCode = "422", description = "`body_differs`")
    ResponseEntity<?> refund(@PathVariable UUID id, @Valid @RequestBody RefundRequest body) {
        return switch (refundPurchase.refund(body.toRequest(id))) {
            case REFUNDED -> ResponseEntity.ok(new RefundView(id, body.reservationId(), body.amount()));
            case BODY_DIFFERS ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "body_differs", "This id was used for something else");
            case NOT_RESERVED -> problem(HttpStatus.NOT_FOUND, "not_reserved", "There is no such reservation");
            case EXCEEDS_COMMITTED ->
                problem(HttpStatus.CONFLICT, "exceeds_committed", "This is more than is left of what was paid");
            case INSUFFICIENT_FUNDS ->
                problem(HttpStatus.PAYMENT_REQUIRED, "insufficient_funds", "The payee no longer holds so much");
        };
    }

    private static ResponseEntity<?> problem(HttpStatus status, String code, String sentence) {
        return Problem.of(status, code, sentence).response();
    }
}
