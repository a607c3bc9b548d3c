package io.tiktoken.wallet.reservation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForService;
import io.tiktoken.wallet.approval.web.ApprovalProblems;
import io.tiktoken.wallet.reservation.Outcome;
import io.tiktoken.wallet.reservation.Outcome.Conflict;
import io.tiktoken.wallet.reservation.Refusal;
import io.tiktoken.wallet.reservation.ReservationId;
import io.tiktoken.wallet.reservation.ReserveFunds;
import io.tiktoken.wallet.reservation.SettleReservation;
import io.tiktoken.wallet.reservation.ViewReservations;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
    @Operation(summary = "Sets money aside for a purchase, with the customer's approval")
    @ApiResponse(
            responseCode = "200",
            description = "Set aside, now or by an earlier call with this id and body",
            content = @Content(schema = @Schema(implementation = ReservationView.class)))
    @ApiResponse(responseCode = "402", description = "`insufficient_funds`")
    @ApiResponse(responseCode = "403", description = "`approval_invalid`, `approval_expired`, `approval_used`")
    @ApiResponse(responseCode = "409", description = "`already_released`, `expired`")
    @ApiResponse(
            responseCode = "422",
            description = "`limit_exceeded`, `wallet_frozen`, `payee_frozen`, `body_differs`")
    ResponseEntity<?> reserve(@PathVariable UUID id, @Valid @RequestBody ReservationRequest body) {
        return answer(reserveFunds.reserve(body.toRequest(id), body.approval()));
    }

    @PutMapping("/commit")
    @Operation(summary = "Makes what was set aside the payee's")
    @ApiResponse(
            responseCode = "200",
            description = "Committed, now or by an earlier call",
            content = @Content(schema = @Schema(implementation = ReservationView.class)))
    @ApiResponse(responseCode = "404", description = "`not_reserved`")
    @ApiResponse(responseCode = "409", description = "`already_released`, `expired`")
    ResponseEntity<?> commit(@PathVariable UUID id) {
        return answer(settleReservation.commit(new ReservationId(id)));
    }

    @PutMapping("/release")
    @Operation(summary = "Gives up what was set aside, also before the reserve has arrived")
    @ApiResponse(
            responseCode = "200",
            description = "Nothing is set aside under this id, and nothing ever will be",
            content = @Content(schema = @Schema(implementation = ReservationView.class)))
    @ApiResponse(responseCode = "409", description = "`already_committed`")
    ResponseEntity<?> release(@PathVariable UUID id) {
        return answer(settleReservation.release(new ReservationId(id)));
    }

    @GetMapping
    @Operation(summary = "Tells how a reservation stands")
    @ApiResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ReservationView.class)))
    @ApiResponse(responseCode = "404", description = "`not_reserved`")
    ResponseEntity<?> find(@PathVariable UUID id) {
        return viewReservations
                .one(new ReservationId(id))
                .<ResponseEntity<?>>map(found -> ResponseEntity.ok(ReservationView.of(found)))
                .orElseGet(() -> contradicted(Conflict.NOT_RESERVED));
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var reservation) -> ResponseEntity.ok(ReservationView.of(reservation));
            case Outcome.Refused(var refusal) -> refused(refusal);
            case Outcome.NotApproved(var reason) -> ApprovalProblems.of(reason).response();
            case Conflict conflict -> contradicted(conflict);
        };
    }

    private static ResponseEntity<?> refused(Refusal refusal) {
        return switch (refusal) {
            case INSUFFICIENT_FUNDS ->
                problem(HttpStatus.PAYMENT_REQUIRED, refusal.code(), "There is not enough money available");
            case LIMIT_EXCEEDED ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, refusal.code(), "This is more than the wallet may spend");
            case WALLET_FROZEN -> problem(HttpStatus.UNPROCESSABLE_CONTENT, refusal.code(), "The wallet is frozen");
            case PAYEE_FROZEN ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, refusal.code(), "The payee's wallet is frozen");
        };
    }

    private static ResponseEntity<?> contradicted(Conflict conflict) {
        return switch (conflict) {
            case BODY_DIFFERS ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "body_differs", "This id was used for another request");
            case NOT_RESERVED -> problem(HttpStatus.NOT_FOUND, "not_reserved", "Nothing was reserved under this id");
            case ALREADY_RELEASED ->
                problem(HttpStatus.CONFLICT, "already_released", "Nothing is set aside any more: it was released");
            case ALREADY_COMMITTED ->
                problem(HttpStatus.CONFLICT, "already_committed", "The payee has been paid; only a refund undoes that");
            case EXPIRED -> problem(HttpStatus.CONFLICT, "expired", "Nothing is set aside any more: it expired");
        };
    }

    private static ResponseEntity<?> problem(HttpStatus status, String code, String sentence) {
        return Problem.of(status, code, sentence).response();
    }
}
