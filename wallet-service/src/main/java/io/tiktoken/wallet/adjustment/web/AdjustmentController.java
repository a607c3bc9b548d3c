package io.tiktoken.wallet.adjustment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.security.ForAdministrators;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.wallet.adjustment.AbleAdministrators;
import io.tiktoken.wallet.adjustment.Adjustment;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import io.tiktoken.wallet.adjustment.DecideAdjustment;
import io.tiktoken.wallet.adjustment.RequestAdjustment;
import io.tiktoken.wallet.audit.Administrator;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators correct wallets. */
@RestController
@RequestMapping("/api/admin")
@ForAdministrators
@Tag(name = "Adjustments", description = "For administrators.")
class AdjustmentController {

    private final Idempotency idempotency;
    private final AbleAdministrators ableAdministrators;
    private final RequestAdjustment requestAdjustment;
    private final DecideAdjustment decideAdjustment;

    AdjustmentController(
            Idempotency idempotency,
            AbleAdministrators ableAdministrators,
            RequestAdjustment requestAdjustment,
            DecideAdjustment decideAdjustment) {
        this.idempotency = idempotency;
        this.ableAdministrators = ableAdministrators;
        this.requestAdjustment = requestAdjustment;
        this.decideAdjustment = decideAdjustment;
    }

    @PostMapping("/wallets/{ownerId}/adjustments")
    @Operation(
            summary = "Corrects a wallet by an amount that may be negative, once per key",
            description =
                    "Booked at once only when nobody else is an administrator. The customer reads the reason; neither freezes nor the limit on what a wallet may hold stop it.")
    @ApiResponse(
            responseCode = "201",
            description = "Booked, now or by an earlier request with this key",
            content = @Content(schema = @Schema(implementation = AdjustmentView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Waits for another administrator",
            content = @Content(schema = @Schema(implementation = AdjustmentView.class)))
    @ApiResponse(responseCode = "402", description = "`insufficient_funds`")
    @ApiResponse(
            responseCode = "422",
            description = "`limit_exceeded` with `most`, `transaction_not_found`, `idempotency_key_reused`")
    ResponseEntity<?> request(
            Person person,
            IdempotentRequest request,
            @PathVariable UUID ownerId,
            @Valid @RequestBody AdjustmentRequest body) {
        return idempotency.once(
                request,
                body,
                ableAdministrators::now,
                able -> AdjustmentAnswers.of(
                        requestAdjustment.request(body.of(ownerId, administrator(person)), able),
                        AdjustmentController::opened));
    }

    @PostMapping("/adjustments/{id}/confirmation")
    @Operation(summary = "Confirms what another administrator asked for, which books it, once")
    @ApiResponse(
            responseCode = "200",
            description = "Booked, now or by an earlier request with this key",
            content = @Content(schema = @Schema(implementation = AdjustmentView.class)))
    @ApiResponse(responseCode = "402", description = "`insufficient_funds`; it can still be confirmed later")
    @ApiResponse(responseCode = "403", description = "`needs_another_administrator`")
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @ApiResponse(responseCode = "409", description = "`no_longer_open` with `state`, `requester_no_longer_able`")
    @ApiResponse(responseCode = "422", description = "`idempotency_key_reused`")
    ResponseEntity<?> confirm(Person person, IdempotentRequest request, @PathVariable UUID id) {
        return idempotency.once(
                request,
                Map.of(),
                ableAdministrators::now,
                able -> AdjustmentAnswers.of(
                        decideAdjustment.confirm(id, administrator(person), able), AdjustmentController::shown));
    }

    @PostMapping("/adjustments/{id}/refusal")
    @Operation(summary = "Refuses what another administrator asked for, or takes back one's own request")
    @ApiResponse(
            responseCode = "200",
            description = "`REFUSED`, or `WITHDRAWN`; nothing was booked",
            content = @Content(schema = @Schema(implementation = AdjustmentView.class)))
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @ApiResponse(responseCode = "409", description = "`no_longer_open` with `state`")
    ResponseEntity<?> refuse(Person person, @PathVariable UUID id) {
        return AdjustmentAnswers.of(decideAdjustment.refuse(id, administrator(person)), AdjustmentController::shown);
    }

    private static ResponseEntity<?> opened(Adjustment adjustment) {
        var status = adjustment.state() == State.BOOKED ? HttpStatus.CREATED : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status)
                .location(URI.create("/api/admin/adjustments/" + adjustment.id()))
                .body(AdjustmentView.of(adjustment));
    }

    private static ResponseEntity<?> shown(Adjustment adjustment) {
        return ResponseEntity.ok(AdjustmentView.of(adjustment));
    }

    private static Administrator administrator(Person person) {
        return new Administrator(person.id(), person.username());
    }
}
