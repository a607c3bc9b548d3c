package io.tiktoken.wallet.moneyrequest;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.runtime.Ids;
import io.tiktoken.wallet.limit.WalletLimits;
import io.tiktoken.wallet.moneyrequest.MoneyRequest.State;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks another person for money. */
@Service
public class RequestMoney {

    /**
     * What is asked for.
     *
     * @param from the payer's username
     */
    public record Request(
            Party requester,
            String from,
            Money amount,
            @Nullable String note) {}

    /** Every answer to asking. */
    public sealed interface Outcome {

        record Asked(MoneyRequest request) implements Outcome {}

        record NobodyCalledThat() implements Outcome {}

        record NotYourself() implements Outcome {}

        record TooManyOpen() implements Outcome {}

        /** Nobody may send so much at once. */
        record MoreThanAnybodyMaySend() implements Outcome {}

        /** It cannot be found out just now whether there is such a person. */
        record NoAnswer() implements Outcome {}
    }

    private final People people;
    private final MoneyRequests requests;
    private final MoneyRequestSettings settings;
    private final WalletLimits limits;
    private final SingleWriter writer;
    private final Ids ids;
    private final Clock clock;

    RequestMoney(
            People people,
            MoneyRequests requests,
            MoneyRequestSettings settings,
            WalletLimits limits,
            SingleWriter writer,
            Ids ids,
            Clock clock) {
        this.people = people;
        this.requests = requests;
        this.settings = settings;
        this.limits = limits;
        this.writer = writer;
        this.ids = ids;
        this.clock = clock;
    }

    /** Finds out who is to be asked, before the write, which every other writer waits for; what is supplied then asks. */
    public Supplier<Outcome> prepare(Request request) {
        if (!limits.mayEverBeSpent(request.amount())) {
            return Outcome.MoreThanAnybodyMaySend::new;
        }
        return switch (people.called(request.from())) {
            case People.Answer.Nobody() -> Outcome.NobodyCalledThat::new;
            case People.Answer.NoAnswer() -> Outcome.NoAnswer::new;
            case People.Answer.Found(var payer) ->
                payer.id().equals(request.requester().id())
                        ? Outcome.NotYourself::new
                        : () -> writer.write(() -> asked(request, payer));
        };
    }

    private Outcome asked(Request request, Party payer) {
        var now = clock.instant();
        var requester = request.requester().id();
        if (requests.open(requester, null, now) >= settings.mostOpen()
                || requests.open(requester, payer.id(), now) >= settings.mostOpenToOne()) {
            return new Outcome.TooManyOpen();
        }
        var asked = new MoneyRequest(
                new MoneyRequestId(ids.next()),
                request.requester(),
                payer.id(),
                payer.name(),
                request.amount(),
                request.note(),
                State.OPEN,
                null,
                now,
                now.plus(settings.lifetime()));
        requests.add(asked);
        return new Outcome.Asked(asked);
    }
}
