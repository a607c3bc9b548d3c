package io.tiktoken.wallet.reservation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.security.ForService;
import io.tiktoken.wallet.ledger.web.TikTokens;
import io.tiktoken.wallet.reservation.RefundPurchase;
import io.tiktoken.wallet.reservation.ReservationId;
import io.tiktoken.wallet.web.Code;
import io.tiktoken.wallet.web.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
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

    /** What is to be given back, of which purchase. */
    record Request(
            @NotNull UUID reservationId, @NotNull @TikTokens Money amount) {}

    /** A refund that was made. */
    record View(UUID id, UUID reservationId, Money amount) {}

    private final RefundPurchase refundPurchase;

    RefundController(RefundPurchase refundPurchase) {
        this.refundPurchase = refundPurchase;
    }

    @PutMapping("/internal/refunds/{id}")
    @Operation(
            summary = "Gives a committed purchase back, or a part of it",
            description = "From the payee's wallet, and never more in all than was paid.")
    @ApiResponse(
            responseCode = "200",
            description = "Given back, now or by an earlier call",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses({Code.REFUND_BODY_DIFFERS, Code.REFUND_NOT_RESERVED, Code.EXCEEDS_COMMITTED, Code.REFUND_INSUFFICIENT_FUNDS
    })
    ResponseEntity<?> refund(@PathVariable UUID id, @Valid @RequestBody Request body) {
        return switch (refundPurchase.refund(
                new RefundPurchase.Request(id, new ReservationId(body.reservationId()), body.amount()))) {
            case REFUNDED -> ResponseEntity.ok(new View(id, body.reservationId(), body.amount()));
            case BODY_DIFFERS -> Code.REFUND_BODY_DIFFERS.response();
            case NOT_RESERVED -> Code.REFUND_NOT_RESERVED.response();
            case EXCEEDS_COMMITTED -> Code.EXCEEDS_COMMITTED.response();
            case INSUFFICIENT_FUNDS -> Code.REFUND_INSUFFICIENT_FUNDS.response();
        };
    }
}
