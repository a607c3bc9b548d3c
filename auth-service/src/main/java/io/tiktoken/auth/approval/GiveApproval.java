package io.tiktoken.auth.approval;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.APPROVAL_GIVEN;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.APPROVAL_REFUSED;

import io.tiktoken.auth.approval.LargeAmounts.Code;
import io.tiktoken.auth.approval.Payees.Payee;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.pin.CheckPin;
import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.renewal.Generations;
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
 * Several approvals of one person at the same time are given one after the other.
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

        /** Another approval of this person is being given just now. */
        record TooEarly() implements Outcome {}

        record OtpRefused(OtpRefusal why) implements Outcome {}

        record AccountSuspended() implements Outcome {}
    }

    /** What became of the write that records an approval. */
    private sealed interface Entry {

        record Recorded(long generation) implements Entry {}

        record Refused(Outcome answer) implements Entry {}
    }

    private final Payees payees;
    private final CheckPin checkPin;
    private final LargeAmounts largeAmounts;
    private final Users users;
    private final Generations generations;
    private final ApprovalSeal approvalSeal;
    private final SecurityEvents events;
    private final SingleWriter writer;

    GiveApproval(
            Payees payees,
            CheckPin checkPin,
            LargeAmounts largeAmounts,
            Users users,
            Generations generations,
            ApprovalSeal approvalSeal,
            SecurityEvents events,
            SingleWriter writer) {
        this.payees = payees;
        this.checkPin = checkPin;
        this.largeAmounts = largeAmounts;
        this.users = users;
        this.generations = generations;
        this.approvalSeal = approvalSeal;
        this.events = events;
        this.writer = writer;
    }

    /** Checks whom and what, then PIN and code, and seals what was approved. */
    public Outcome give(UserId giver, Pin pin, Optional<Otp> otp, Operation operation, Actor by) {
        if (operation.payee().equals(giver.value())) {
            return new Outcome.PayeeIsGiver();
        }
        return payees.of(operation)
                .map(payee -> checkPin.<Outcome>inTurn(giver, () -> inTurn(giver, pin, otp, operation, payee, by))
                        .orElseGet(Outcome.TooEarly::new))
                .orElseGet(Outcome.PayeeNotFound::new);
    }

    private Outcome inTurn(UserId giver, Pin pin, Optional<Otp> otp, Operation operation, Payee payee, Actor by) {
        if (largeAmounts.missCode(giver, operation, otp)) {
            return new Outcome.OtpRefused(new OtpRefusal.Required());
        }
        return switch (checkPin.check(giver, pin, by)) {
            case CheckPin.Outcome.Right right -> knowsPin(giver, right, otp, operation, payee, by);
            case CheckPin.Outcome.Refusal refusal -> answerTo(refusal);
        };
    }

    private Outcome knowsPin(
            UserId giver, CheckPin.Outcome.Right pin, Optional<Otp> otp, Operation operation, Payee payee, Actor by) {
        return switch (largeAmounts.check(giver, operation, otp, by)) {
            case Code.Enough code -> given(giver, pin, code, operation, payee, by);
            case Code.Refused(var why) ->
                writer.write(() -> pinRefused(giver, pin, by).orElseGet(() -> new Outcome.OtpRefused(why)));
        };
    }

    /** Sealed only after the write has said yes, so that no approval exists of which the audit knows nothing. */
    private Outcome given(
            UserId giver, CheckPin.Outcome.Right pin, Code.Enough code, Operation operation, Payee payee, Actor by) {
        return switch (writer.write(() -> recorded(giver, pin, code, operation, payee, by))) {
            case Entry.Refused(var answer) -> answer;
            case Entry.Recorded(var generation) ->
                new Outcome.Given(approvalSeal.seal(giver, generation, operation, payee));
        };
    }

    private Entry recorded(
            UserId giver, CheckPin.Outcome.Right pin, Code.Enough code, Operation operation, Payee payee, Actor by) {
        return pinRefused(giver, pin, by)
                .or(() -> suspended(giver, by))
                .or(() -> codeMissing(giver, operation, code))
                .<Entry>map(Entry.Refused::new)
                .orElseGet(() -> {
                    events.record(APPROVAL_GIVEN, by, giver, "%s to %s".formatted(operation.amount(), payee.id()));
                    return new Entry.Recorded(generations.of(giver));
                });
    }

    private Optional<Outcome> pinRefused(UserId giver, CheckPin.Outcome.Right pin, Actor by) {
        return checkPin.accept(giver, pin, by).map(GiveApproval::answerTo);
    }

    /** Asked inside the write, because an access token lives on for some seconds when its person is suspended. */
    private Optional<Outcome> suspended(UserId giver, Actor by) {
        if (users.byId(giver).filter(user -> !user.suspended()).isPresent()) {
            return Optional.empty();
        }
        events.record(APPROVAL_REFUSED, by, giver, "suspended");
        return Optional.of(new Outcome.AccountSuspended());
    }

    private Optional<Outcome> codeMissing(UserId giver, Operation operation, Code.Enough code) {
        return largeAmounts.admit(giver, operation, code)
                ? Optional.empty()
                : Optional.of(new Outcome.OtpRefused(new OtpRefusal.Required()));
    }

    private static Outcome answerTo(CheckPin.Outcome.Refusal refusal) {
        return switch (refusal) {
            case CheckPin.Outcome.Wrong(var attemptsLeft) -> new Outcome.PinIncorrect(attemptsLeft);
            case CheckPin.Outcome.Locked() -> new Outcome.PinLocked();
            case CheckPin.Outcome.TooManyFailures(var retryAfter) -> new Outcome.TooManyFailures(retryAfter);
            case CheckPin.Outcome.TooEarly() -> new Outcome.TooEarly();
        };
    }
}
