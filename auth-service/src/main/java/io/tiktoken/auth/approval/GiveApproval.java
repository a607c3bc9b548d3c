package io.tiktoken.auth.approval;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.APPROVAL_GIVEN;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.pin.CheckPin;
import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.pin.Pins;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import org.springframework.stereotype.Service;

/** A person approves one operation with the PIN. A try is counted only when the operation could be approved at all. */
@Service
public class GiveApproval {

    /** Every answer to a request for an approval. */
    public sealed interface Outcome {

        record Given(Approval approval) implements Outcome {}

        record PayeeNotFound() implements Outcome {}

        record PayeeIsGiver() implements Outcome {}

        record PinIncorrect(int attemptsLeft) implements Outcome {}

        record PinLocked() implements Outcome {}
    }

    private final Payees payees;
    private final CheckPin checkPin;
    private final Pins pins;
    private final ApprovalSeal approvalSeal;
    private final SecurityEvents events;
    private final SingleWriter writer;

    GiveApproval(
            Payees payees,
            CheckPin checkPin,
            Pins pins,
            ApprovalSeal approvalSeal,
            SecurityEvents events,
            SingleWriter writer) {
        this.payees = payees;
        this.checkPin = checkPin;
        this.pins = pins;
        this.approvalSeal = approvalSeal;
        this.events = events;
        this.writer = writer;
    }

    public Outcome give(UserId giver, Pin pin, Operation operation, Actor by) {
        if (operation.payee().equals(giver.value())) {
            return new Outcome.PayeeIsGiver();
        }
        var payee = payees.of(operation);
        if (payee.isEmpty()) {
            return new Outcome.PayeeNotFound();
        }
        return switch (checkPin.check(giver, pin, by)) {
            case CheckPin.Outcome.Right() -> given(giver, operation, payee.get(), by);
            case CheckPin.Outcome.Wrong(var attemptsLeft) -> new Outcome.PinIncorrect(attemptsLeft);
            case CheckPin.Outcome.Locked() -> new Outcome.PinLocked();
        };
    }

    private Outcome given(UserId giver, Operation operation, Payee payee, Actor by) {
        var approval = approvalSeal.seal(giver, operation, payee);
        writer.run(() -> {
            pins.forgetTries(giver);
            events.record(APPROVAL_GIVEN, by, giver, "%s to %s".formatted(operation.amount(), payee.id()));
        });
        return new Outcome.Given(approval);
    }
}
