package io.tiktoken.wallet.adjustment.web;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.security.ForAdministrators;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.defaults.text.VisibleText;
import io.tiktoken.wallet.adjustment.AbleAdministrators;
import io.tiktoken.wallet.adjustment.Adjustment;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import io.tiktoken.wallet.adjustment.DecideAdjustment;
import io.tiktoken.wallet.adjustment.Outcome;
import io.tiktoken.wallet.adjustment.RequestAdjustment;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.web.TikTokens;
import io.tiktoken.wallet.web.Code;
import io.tiktoken.wallet.web.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
@Tag(name = "Adjustments", description = "Administrators correct wallets, as a rule two of them together.")
class AdjustmentController {

    /**
     * What an administrator asks for.
     *
     * @param amount less than zero for what is to be taken out
     * @param reason the customer reads it, too
     * @param corrects the wallet's transaction that it puts right
     */
    record Request(
            @NotNull @TikTokens(mayBeNegative = true, message = "must be more or less than zero, in TTK")
            Money amount,

            @Pattern(regexp = Reason.FORM, message = Reason.MESSAGE) @Schema(example = "Charged twice")
            String reason,

            @Nullable UUID corrects) {

        Request {
            reason = VisibleText.of(requireNonNullElse(reason, ""));
        }

        RequestAdjustment.Request of(UUID owner, Administrator administrator) {
            CardNumbers.refuse(reason);
            return new RequestAdjustment.Request(
                    new OwnerId(owner), amount, new Reason(reason), corrects, administrator);
        }
    }

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
            description = "Booked at once only when nobody else is an administrator. The customer reads the reason;"
                    + " neither freezes nor the limit on what a wallet may hold stop it. A card number in the reason"
                    + " is refused with `card_number_refused`; `limit_exceeded` comes with the `most` possible.")
    @ApiResponse(
            responseCode = "201",
            description = "Booked, now or by an earlier request with this key",
            content = @Content(schema = @Schema(implementation = AdjustmentView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Waits for another administrator",
            content = @Content(schema = @Schema(implementation = AdjustmentView.class)))
    @Refuses({
        Code.ADJUSTMENT_INSUFFICIENT_FUNDS,
        Code.ADJUSTMENT_LIMIT_EXCEEDED,
        Code.TRANSACTION_NOT_FOUND,
        Code.ADJUSTMENT_FORBIDDEN,
        Code.ADMINISTRATORS_TEMPORARILY_UNAVAILABLE
    })
    ResponseEntity<?> request(
            Person person, IdempotentRequest request, @PathVariable UUID ownerId, @Valid @RequestBody Request body) {
        return idempotency.once(
                request,
                body,
                ableAdministrators::now,
                able -> answer(
                        requestAdjustment.request(body.of(ownerId, administrator(person)), able),
                        AdjustmentController::opened));
    }

    @PostMapping("/adjustments/{id}/confirmation")
    @Operation(
            summary = "Confirms what another administrator asked for, which books it, once per key",
            description = "What there is not enough money for can still be confirmed later. `no_longer_open` comes with"
                    + " its `state`.")
    @ApiResponse(
            responseCode = "200",
            description = "Booked, now or by an earlier request with this key",
            content = @Content(schema = @Schema(implementation = AdjustmentView.class)))
    @Refuses({
        Code.ADJUSTMENT_NOT_FOUND,
        Code.ADJUSTMENT_INSUFFICIENT_FUNDS,
        Code.ADJUSTMENT_NO_LONGER_OPEN,
        Code.NEEDS_ANOTHER_ADMINISTRATOR,
        Code.REQUESTER_NO_LONGER_ABLE,
        Code.ADJUSTMENT_FORBIDDEN,
        Code.ADMINISTRATORS_TEMPORARILY_UNAVAILABLE
    })
    ResponseEntity<?> confirm(Person person, IdempotentRequest request, @PathVariable UUID id) {
        return idempotency.once(
                request,
                Map.of(),
                ableAdministrators::now,
                able -> answer(decideAdjustment.confirm(id, administrator(person), able), AdjustmentController::shown));
    }

    @PostMapping("/adjustments/{id}/refusal")
    @Operation(
            summary = "Refuses what another administrator asked for, or takes back one's own request",
            description = "Nothing is booked then. `no_longer_open` comes with its `state`.")
    @ApiResponse(
            responseCode = "200",
            description = "`REFUSED`, or `WITHDRAWN`",
            content = @Content(schema = @Schema(implementation = AdjustmentView.class)))
    @Refuses({Code.ADJUSTMENT_NOT_FOUND, Code.ADJUSTMENT_NO_LONGER_OPEN})
    ResponseEntity<?> refuse(Person person, @PathVariable UUID id) {
        return answer(decideAdjustment.refuse(id, administrator(person)), AdjustmentController::shown);
    }

    private static ResponseEntity<?> answer(Outcome outcome, Function<Adjustment, ResponseEntity<?>> whenDone) {
        return switch (outcome) {
            case Outcome.Done(var adjustment) -> whenDone.apply(adjustment);
            case Outcome.Unknown() -> throw Code.ADJUSTMENT_NOT_FOUND.exception();
            case Outcome.InsufficientFunds() -> Code.ADJUSTMENT_INSUFFICIENT_FUNDS.response();
            case Outcome.TooMuch(var most) ->
                Code.ADJUSTMENT_LIMIT_EXCEEDED.problem(most).with("most", most).response();
            case Outcome.UnknownTransaction() -> Code.TRANSACTION_NOT_FOUND.response();
            case Outcome.NoLongerOpen(var state) ->
                Code.ADJUSTMENT_NO_LONGER_OPEN.problem().with("state", state).response();
            case Outcome.NeedsAnotherAdministrator() -> Code.NEEDS_ANOTHER_ADMINISTRATOR.response();
            case Outcome.RequesterNoLongerAble() -> Code.REQUESTER_NO_LONGER_ABLE.response();
            case Outcome.NoLongerAble() -> Code.ADJUSTMENT_FORBIDDEN.response();
            case Outcome.NoAnswer() ->
                Code.ADMINISTRATORS_TEMPORARILY_UNAVAILABLE
                        .problem()
                        .retryAfterSeconds(5)
                        .response();
        };
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
