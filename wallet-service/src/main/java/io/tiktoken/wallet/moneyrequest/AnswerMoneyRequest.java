package io.tiktoken.wallet.moneyrequest;

import io.tiktoken.defaults.database.GuardedUpdate;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.approval.Verdict;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.moneyrequest.MoneyRequest.State;
import io.tiktoken.wallet.transfer.SendTransfer;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Pays a money request, or turns it down; whoever asked may take it back. The first answer counts. */
@Service
public class AnswerMoneyRequest {

    /** Every answer to paying or refusing. */
    public sealed interface Outcome {

        /** It was paid, or could not be for the reason that any transfer can have. */
        record Answered(SendTransfer.Outcome transfer) implements Outcome {}

        record Closed(MoneyRequest request) implements Outcome {}

        record NoLongerOpen(MoneyRequest request) implements Outcome {}

        /** There is none, or it is somebody else's. */
        record Unknown() implements Outcome {}
    }

    private final MoneyRequests requests;
    private final SendTransfer sendTransfer;
    private final SingleWriter writer;
    private final Clock clock;

    AnswerMoneyRequest(MoneyRequests requests, SendTransfer sendTransfer, SingleWriter writer, Clock clock) {
        this.requests = requests;
        this.sendTransfer = sendTransfer;
        this.writer = writer;
        this.clock = clock;
    }

    /** The transfer that would pay it, as the payer's approval must name it. */
    public SendTransfer.Request transferFor(MoneyRequest request, String payerName) {
        return new SendTransfer.Request(
                request.payer(), payerName, request.requester().username(), request.amount(), request.note());
    }

    /** Moves the money and closes the request in one write, or does neither. */
    public Outcome pay(MoneyRequestId id, OwnerId payer, SendTransfer.Request transfer, Verdict verdict) {
        return writer.write(() -> asItStands(id)
                .filter(request -> request.payer().equals(payer))
                .map(request -> request.isOpen() ? paid(request, transfer, verdict) : new Outcome.NoLongerOpen(request))
                .orElseGet(Outcome.Unknown::new));
    }

    /** By the payer a refusal, by the requester a withdrawal; whoever repeats it is answered alike. */
    public Outcome refuse(MoneyRequestId id, OwnerId person) {
        return writer.write(() -> asItStands(id)
                .filter(request -> request.isBetween(person))
                .map(request -> refused(request, person))
                .orElseGet(Outcome.Unknown::new));
    }

    private Optional<MoneyRequest> asItStands(MoneyRequestId id) {
        return requests.find(id).map(request -> request.at(clock.instant()));
    }

    private Outcome paid(MoneyRequest request, SendTransfer.Request transfer, Verdict verdict) {
        var outcome = sendTransfer.send(transfer, verdict);
        if (outcome instanceof SendTransfer.Outcome.Sent(var entry)) {
            close(request, State.PAID, entry.id());
        }
        return new Outcome.Answered(outcome);
    }

    private Outcome refused(MoneyRequest request, OwnerId person) {
        var state = person.equals(request.payer()) ? State.REFUSED : State.WITHDRAWN;
        if (request.state() == state) {
            return new Outcome.Closed(request);
        }
        if (!request.isOpen()) {
            return new Outcome.NoLongerOpen(request);
        }
        close(request, state, null);
        return new Outcome.Closed(request.as(state));
    }

    /** Whoever finds it closed after all must not have moved any money: the exception undoes this write. */
    private void close(MoneyRequest request, State state, @Nullable UUID transfer) {
        GuardedUpdate.of(requests.close(request.id(), state, transfer))
                .orElseThrow(() ->
                        new IllegalStateException("Money request %s was open and is not".formatted(request.id())));
    }
}
