package io.tiktoken.wallet.moneyrequest;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.approval.Verdict;
import io.tiktoken.wallet.moneyrequest.MoneyRequest.State;
import io.tiktoken.wallet.transfer.SendTransfer;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
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
    public Outcome pay(UUID id, UUID payer, SendTransfer.Request transfer, Verdict verdict) {
        return writer.write(() -> mine(id).filter(request -> request.payer().equals(payer))
                .map(request -> request.isOpen() ? paid(request, transfer, verdict) : new Outcome.NoLongerOpen(request))
                .orElseGet(Outcome.Unknown::new));
    }

    /** By the payer a refusal, by the requester a withdrawal. */
    public Outcome refuse(UUID id, UUID person) {
        return writer.write(() -> mine(id).filter(request -> request.isBetween(person))
                .map(request -> request.isOpen() ? closed(request, person) : new Outcome.NoLongerOpen(request))
                .orElseGet(Outcome.Unknown::new));
    }

    private Optional<MoneyRequest> mine(UUID id) {
        return requests.find(id).map(request -> request.at(clock.instant()));
    }

    private Outcome paid(MoneyRequest request, SendTransfer.Request transfer, Verdict verdict) {
        var outcome = sendTransfer.send(transfer, verdict);
        if (outcome instanceof SendTransfer.Outcome.Sent(var entry)) {
            requests.close(request.id(), State.PAID, entry.id());
        }
        return new Outcome.Answered(outcome);
    }

    private Outcome closed(MoneyRequest request, UUID person) {
        var state = person.equals(request.payer()) ? State.REFUSED : State.WITHDRAWN;
        requests.close(request.id(), state, null);
        return new Outcome.Closed(request.as(state));
    }
}
