package io.tiktoken.wallet.reservation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.reservation.ReservationState;
import io.tiktoken.defaults.security.ForService;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.web.TikTokens;
import io.tiktoken.wallet.reservation.Outcome;
import io.tiktoken.wallet.reservation.Refusal;
import io.tiktoken.wallet.reservation.Reservation;
import io.tiktoken.wallet.reservation.ReservationId;
import io.tiktoken.wallet.reservation.ReserveFunds;
import io.tiktoken.wallet.reservation.SettleReservation;
import io.tiktoken.wallet.reservation.ViewReservations;
import io.tiktoken.wallet.web.Code;
import io.tiktoken.wallet.web.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reserve, commit, release and look up: commands with the caller's id, so each may be sent again. */
@RestController
@RequestMapping("/internal/reservations/{id}")
@ForService("funds:reserve")
@Tag(name = "Reservations of funds", description = "For order-service; every call may be repeated.")
class ReservationController {

    /**
     * What a purchase asks for.
     *
     * @param approval the customer's, for exactly this
     */
    record Request(
            @NotNull UUID customerId,
            @NotNull UUID payeeId,
            @NotNull @TikTokens Money amount,
            @NotNull UUID orderId,

            @NotNull @Size(max = 4096) @Schema(example = "eyJ0eXAiOiJhcHByb3ZhbCtqd3Qi.eyJqdGkiOiI3.c2ln")
            String approval,

            @Min(1) @Max(3600) int expiresInSeconds) {

        @AssertTrue(message = "nobody can buy from themselves")
        boolean isBetweenTwo() {
            return !Objects.equals(customerId, payeeId);
        }

        ReserveFunds.Request under(UUID id) {
            return new ReserveFunds.Request(
                    new ReservationId(id),
                    new OwnerId(customerId),
                    new OwnerId(payeeId),
                    amount,
                    new OrderId(orderId),
                    Duration.ofSeconds(expiresInSeconds));
        }
    }

    /**
     * How a reservation stands.
     *
     * @param expiresAt absent when nothing was ever set aside
     */
    record View(UUID id, ReservationState state, @Nullable Instant expiresAt) {

        static View of(Reservation reservation) {
            var terms = reservation.knownTerms();
            var expiresAt = terms == null || reservation.refusal() != null ? null : terms.expiresAt();
            return new View(reservation.id().value(), reservation.state(), expiresAt);
        }
    }

    private final ReserveFunds reserveFunds;
    private final SettleReservation settleReservation;
    private final ViewReservations viewReservations;

    ReservationController(
            ReserveFunds reserveFunds, SettleReservation settleReservation, ViewReservations viewReservations) {
        this.reserveFunds = reserveFunds;
        this.settleReservation = settleReservation;
        this.viewReservations = viewReservations;
    }

    @PutMapping
    @Operation(
            summary = "Sets money aside for a purchase",
            description = "With the customer's approval of exactly this. A refused approval leaves nothing behind; any"
                    + " other refusal is remembered under this id.")
    @ApiResponse(
            responseCode = "200",
            description = "Set aside, now or by an earlier call with this id and body",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses({
        Code.INSUFFICIENT_FUNDS,
        Code.RESERVATION_LIMIT_EXCEEDED,
        Code.RESERVATION_WALLET_FROZEN,
        Code.PAYEE_FROZEN,
        Code.APPROVAL_INVALID,
        Code.APPROVAL_EXPIRED,
        Code.APPROVAL_USED,
        Code.BODY_DIFFERS,
        Code.ALREADY_RELEASED,
        Code.EXPIRED
    })
    ResponseEntity<?> reserve(@PathVariable UUID id, @Valid @RequestBody Request body) {
        return answer(reserveFunds.reserve(body.under(id), body.approval()));
    }

    @PutMapping("/commit")
    @Operation(summary = "Makes what was set aside the payee's", description = "Only a refund undoes that.")
    @ApiResponse(
            responseCode = "200",
            description = "Committed, now or by an earlier call",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses({Code.NOT_RESERVED, Code.ALREADY_RELEASED, Code.EXPIRED})
    ResponseEntity<?> commit(@PathVariable UUID id) {
        return answer(settleReservation.commit(new ReservationId(id)));
    }

    @PutMapping("/release")
    @Operation(
            summary = "Gives up what was set aside",
            description = "Also before the reserve has arrived, which is then refused.")
    @ApiResponse(
            responseCode = "200",
            description = "Nothing is set aside under this id, and nothing ever will be",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses(Code.ALREADY_COMMITTED)
    ResponseEntity<?> release(@PathVariable UUID id) {
        return answer(settleReservation.release(new ReservationId(id)));
    }

    @GetMapping
    @Operation(summary = "Tells how a reservation stands", description = "For a caller that lost an answer.")
    @ApiResponse(responseCode = "200", description = "As it stands")
    @Refuses(Code.NOT_RESERVED)
    View find(@PathVariable UUID id) {
        return viewReservations.one(new ReservationId(id)).map(View::of).orElseThrow(Code.NOT_RESERVED::exception);
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var reservation) -> ResponseEntity.ok(View.of(reservation));
            case Outcome.Refused(var refusal) -> code(refusal).response();
            case Outcome.NotApproved(var reason) ->
                Code.valueOf("APPROVAL_" + reason.name()).response();
            case Outcome.Conflict conflict -> Code.valueOf(conflict.name()).response();
        };
    }

    private static Code code(Refusal refusal) {
        return switch (refusal) {
            case INSUFFICIENT_FUNDS -> Code.INSUFFICIENT_FUNDS;
            case LIMIT_EXCEEDED -> Code.RESERVATION_LIMIT_EXCEEDED;
            case WALLET_FROZEN -> Code.RESERVATION_WALLET_FROZEN;
            case PAYEE_FROZEN -> Code.PAYEE_FROZEN;
        };
    }
}
