package io.tiktoken.auth.approval.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.approval.GiveApproval;
import io.tiktoken.auth.approval.GiveApproval.Outcome;
import io.tiktoken.auth.approval.Operation;
import io.tiktoken.auth.approval.Operation.Purchase;
import io.tiktoken.auth.approval.Operation.Transfer;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.totp.web.OtpProblem;
import io.tiktoken.auth.user.Turns;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes PINs and gives approvals. */
@RestController
@ForCustomers
@Tag(name = "Approvals", description = "The PIN, and what is approved with it.")
class ApprovalController {

    /** A PIN and the operation that it is to approve; for a large amount also a code of the authenticator. */
    record ApprovalRequest(
            @NotNull @Pattern(regexp = Pin.PATTERN, message = "must have six digits") @Schema(example = "402917")
            String pin,

            @Nullable @Pattern(regexp = Otp.PATTERN, message = Otp.MESSAGE) @Schema(example = "287082")
            String otp,

            @NotNull @Valid OperationRequest operation) {

        @Override
        public String toString() {
            return "ApprovalRequest[operation=" + operation + "]";
        }
    }

    /** What is to be approved. */
    record OperationRequest(
            @NotNull Type type,
            @NotNull UUID payee,
            @NotNull Money amount,
            @Nullable UUID orderId) {

        /** What kinds of operations there are. */
        enum Type {
            @JsonProperty("transfer")
            TRANSFER,
            @JsonProperty("purchase")
            PURCHASE
        }

        @AssertTrue(message = "must be more than 0.00 TTK")
        @SuppressWarnings("NullAway") // Validated before anybody else looks at it: any part may still be missing.
        boolean isAmountApprovable() {
            return amount == null || (amount.isPositive() && amount.currency().equals(Currency.TTK));
        }

        @AssertTrue(message = "belongs to a purchase, and to nothing else")
        boolean isOrderIdFitting() {
            return (type == Type.PURCHASE) == (orderId != null);
        }

        Operation toOperation() {
            return orderId == null ? new Transfer(payee, amount) : new Purchase(payee, amount, orderId);
        }
    }

    /** What a payment is sent with. */
    record ApprovalView(
            @Schema(example = "eyJhbGciOiJIUzI1NiJ9") String approval, Instant expiresAt) {

        @Override
        public String toString() {
            return "ApprovalView[expiresAt=" + expiresAt + "]";
        }
    }

    private final GiveApproval giveApproval;

    ApprovalController(GiveApproval giveApproval) {
        this.giveApproval = giveApproval;
    }

    @PostMapping("/api/approvals")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Approves one exact operation for two minutes, with the PIN",
            description =
                    "A code is asked for when what was approved today without one, and this, are together more than"
                            + " the border; attemptsLeft says how often PIN or code may be wrong.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    @Refuses({
        Code.PIN_INCORRECT,
        Code.PIN_LOCKED,
        Code.TOO_MANY_PIN_FAILURES,
        Code.APPROVAL_TOO_EARLY,
        Code.OTP_REQUIRED,
        Code.OTP_INCORRECT,
        Code.OTP_LOCKED,
        Code.OTP_TOO_EARLY,
        Code.TOO_MANY_RECOVERY_CODES,
        Code.ACCOUNT_SUSPENDED,
        Code.PAYEE_NOT_FOUND,
        Code.PAYEE_IS_YOURSELF
    })
    ResponseEntity<?> give(Person person, @Valid @RequestBody ApprovalRequest body, Actor actor) {
        var giver = new UserId(person.id());
        var otp = Optional.ofNullable(body.otp()).map(Otp::typed);
        return switch (giveApproval.give(
                giver, new Pin(body.pin()), otp, body.operation().toOperation(), actor)) {
            case Outcome.Given(var approval) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(new ApprovalView(approval.token(), approval.expiresAt()));
            case Outcome.PinIncorrect(var attemptsLeft) ->
                Code.PIN_INCORRECT.problem().with("attemptsLeft", attemptsLeft).response();
            case Outcome.PinLocked() -> Code.PIN_LOCKED.response();
            case Outcome.TooManyFailures(var wait) ->
                Code.TOO_MANY_PIN_FAILURES.problem().retryAfter(wait).response();
            case Outcome.TooEarly() ->
                Code.APPROVAL_TOO_EARLY.problem().retryAfter(Turns.COME_AGAIN).response();
            case Outcome.OtpRefused(var why) -> OtpProblem.of(why).response();
            case Outcome.AccountSuspended() -> Code.ACCOUNT_SUSPENDED.response();
            case Outcome.PayeeNotFound() -> Code.PAYEE_NOT_FOUND.response();
            case Outcome.PayeeIsGiver() -> Code.PAYEE_IS_YOURSELF.response();
        };
    }
}
