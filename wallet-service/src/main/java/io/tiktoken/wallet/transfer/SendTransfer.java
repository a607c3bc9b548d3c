package io.tiktoken.wallet.transfer;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.approval.ApprovalGenerations;
import io.tiktoken.wallet.approval.Approvals;
import io.tiktoken.wallet.approval.Operation;
import io.tiktoken.wallet.approval.Verdict;
import io.tiktoken.wallet.approval.Verdict.Approved;
import io.tiktoken.wallet.freeze.FrozenWallets;
import io.tiktoken.wallet.ledger.Entry;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Movement.Transfer;
import io.tiktoken.wallet.ledger.Movement.Transfer.Party;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.limit.WalletLimits;
import io.tiktoken.wallet.topup.WalletRoom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Sends TikTokens from one person to another, with the sender's approval for exactly this person and amount. The
 * transfer bears the approval's id, so that an approval is spent exactly when its transfer is in the journal.
 */
@Service
public class SendTransfer {

    /**
     * What is asked for.
     *
     * @param senderName as the receiver sees it
     * @param to the receiver's username
     */
    public record Request(
            OwnerId sender,
            String senderName,
            String to,
            Money amount,
            @Nullable String note) {

        Operation operation() {
            return new Operation.Transfer(sender, to, amount);
        }
    }

    /** Every answer to a transfer. */
    public sealed interface Outcome {

        record Sent(Entry entry) implements Outcome {}

        record InsufficientFunds() implements Outcome {}

        record LimitExceeded() implements Outcome {}

        /** The sender's wallet is frozen. */
        record WalletFrozen() implements Outcome {}

        /** Their wallet has no room for so much, or is frozen. Which of them, and how much room, is nobody else's business. */
        record ReceiverCannotTakeIt() implements Outcome {}

        record NotApproved(Verdict.Reason reason) implements Outcome {}
    }

    private final SingleWriter writer;
    private final Approvals approvals;
    private final ApprovalGenerations generations;
    private final FrozenWallets frozenWallets;
    private final WalletLimits limits;
    private final WalletRoom room;
    private final Journal journal;
    private final Clock clock;

    SendTransfer(
            SingleWriter writer,
            Approvals approvals,
            ApprovalGenerations generations,
            FrozenWallets frozenWallets,
            WalletLimits limits,
            WalletRoom room,
            Journal journal,
            Clock clock) {
        this.writer = writer;
        this.approvals = approvals;
        this.generations = generations;
        this.frozenWallets = frozenWallets;
        this.limits = limits;
        this.room = room;
        this.journal = journal;
        this.clock = clock;
    }

    /** What an approval is worth for this transfer; judged before the write, which every other writer waits for. */
    public Verdict judge(Request request, String approval) {
        return approvals.judge(approval, request.operation());
    }

    public Outcome send(Request request, Verdict verdict) {
        return verdict instanceof Verdict.Refused(var reason)
                ? new Outcome.NotApproved(reason)
                : writer.write(() -> judged(request, generations.asOfNow(verdict)));
    }

    private Outcome judged(Request request, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused(var reason) -> new Outcome.NotApproved(reason);
            case Approved approved -> approved(request, approved);
        };
    }

    private Outcome approved(Request request, Approved approved) {
        if (journal.alreadyHas(approved.approval().value())) {
            return new Outcome.NotApproved(Verdict.Reason.USED);
        }
        var frozen = frozenWallets.between(request.sender(), approved.payee());
        if (frozen == FrozenWallets.End.PAYER) {
            return new Outcome.WalletFrozen();
        }
        if (!limits.maySpend(request.sender(), request.amount())) {
            return new Outcome.LimitExceeded();
        }
        if (frozen == FrozenWallets.End.PAYEE || !room.isEnoughFor(approved.payee(), request.amount())) {
            return new Outcome.ReceiverCannotTakeIt();
        }
        var transfer = new Transfer(
                approved.approval().value(),
                new Party(request.sender(), request.senderName()),
                new Party(approved.payee(), MaskedName.shown(request.to(), approved.payeeName())),
                request.amount(),
                request.note());
        return switch (journal.post(transfer)) {
            case Journal.Outcome.InsufficientFunds() -> new Outcome.InsufficientFunds();
            case Journal.Outcome.Posted(var entry) -> {
                limits.countSpending(request.sender(), request.amount(), clock.instant());
                yield new Outcome.Sent(entry);
            }
        };
    }
}
