package io.tiktoken.auth.approval;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.APPROVAL_GIVEN;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.APPROVAL_REFUSED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.pin.CheckPin;
import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.totp.CheckOtp;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.totp.OtpRefusal;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * A person approves one operation with the PIN and, for a large amount, a code of the authenticator. A try is counted
 * only when the operation could be approved at all. The PIN comes first: a wrong one uses up no code, and who does not
 * know it cannot try codes; a right one's try is forgotten even when the code is wrong, whose tries are counted apart.
 */
@Service
public class GiveApproval {

    /** Every answer to a request for an approval. */
    public sealed interface Outcome {

        record Given(Approval approval) implements Outcome {}

        record PayeeNotFound() implements Outcome {}

        record PayeeIsGiver() implements Outcome {}

        record PinIncorrect(int attemptsLeft) implements Outcome {}

        record PinLocked() implements Outcome {}

        /** Too many others got their PINs wrong from this address. */
        record TooManyFailures(Duration retryAfter) implements Outcome {}

        record OtpRefused(OtpRefusal why) implements Outcome {}

        record AccountSuspended() implements Outcome {}
    }

    private final Payees payees;
    private final CheckPin checkPin;
    private final LargeAmounts largeAmounts;
    private final Users users;
    private final ApprovalSeal approvalSeal;
    private final SecurityEvents events;
    private final SingleWriter writer;

    GiveApproval(
            Payees payees,
            CheckPin checkPin,
            LargeAmounts largeAmounts,
            Users users,
            ApprovalSeal approvalSeal,
            SecurityEvents events,
            SingleWriter writer) {
        this.payees = payees;
        this.checkPin = checkPin;
        this.largeAmounts = largeAmounts;
        this.users = users;
        this.approvalSeal = approvalSeal;
        this.events = events;
        this.writer = writer;
    }

    /** Checks whom and what, then PIN and code, and seals what was approved. */
    public Outcome give(UserId giver, Pin pin, Optional<Otp> otp, Operation operation, Actor by) {
        if (operation.payee().equals(giver.value())) {
            return new Outcome.PayeeIsGiver();
        }
        var payee = payees.of(operation);
        if (payee.isEmpty()) {
            return new Outcome.PayeeNotFound();
        }
        if (largeAmounts.missCode(giver, operation, otp)) {
            return new Outcome.OtpRefused(new OtpRefusal.Required());
        }
        return switch (checkPin.check(giver, pin, by)) {
            case CheckPin.Outcome.Right() -> knowsPin(giver, otp, operation, payee.get(), by);
            case CheckPin.Outcome.Wrong(var attemptsLeft) -> new Outcome.PinIncorrect(attemptsLeft);
            case CheckPin.Outcome.Locked() -> new Outcome.PinLocked();
            case CheckPin.Outcome.TooManyFailures(var retryAfter) -> new Outcome.TooManyFailures(retryAfter);
        };
    }

    private Outcome knowsPin(UserId giver, Optional<Otp> otp, Operation operation, Payee payee, Actor by) {
        return switch (largeAmounts.check(giver, operation, otp, by)) {
            case CheckOtp.Outcome.Right(), CheckOtp.Outcome.NotEnabled() -> given(giver, operation, payee, by);
            case CheckOtp.Outcome.Refused(var why) ->
                writer.write(() -> throttled(giver, by).orElseGet(() -> new Outcome.OtpRefused(why)));
        };
    }

    /** Sealed only after the write has said yes, so that no approval exists of which the audit knows nothing. */
    private Outcome given(UserId giver, Operation operation, Payee payee, Actor by) {
        return writer.write(() -> throttled(giver, by)
                        .or(() -> suspended(giver, by))
                        .or(() -> {
                            events.record(
                                    APPROVAL_GIVEN, by, giver, "%s to %s".formatted(operation.amount(), payee.id()));
                            return Optional.empty();
                        }))
                .orElseGet(() -> new Outcome.Given(approvalSeal.seal(giver, operation, payee)));
    }

    private Optional<Outcome> throttled(UserId giver, Actor by) {
        return checkPin.accept(giver, by).map(Outcome.TooManyFailures::new);
    }

    /** Asked inside the write, because an access token lives on for some seconds when its person is suspended. */
    private Optional<Outcome> suspended(UserId giver, Actor by) {
        if (users.byId(giver).filter(user -> !user.suspended()).isPresent()) {
            return Optional.empty();
        }
        events.record(APPROVAL_REFUSED, by, giver, "suspended");
        return Optional.of(new Outcome.AccountSuspended());
    }
}
