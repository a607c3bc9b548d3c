package io.tiktoken.wallet.topup;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.runtime.Ids;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes down that a card is to be charged, before anybody is asked to: from then on, it cannot be forgotten. */
@Service
public class StartTopUp {

    /** What is asked for; Singapore dollars need no quote. */
    public record Request(
            OwnerId owner,
            Money charged,
            String paymentMethod,
            @Nullable QuoteId quote) {}

    private final SingleWriter writer;
    private final TopUps topUps;
    private final Pricing pricing;
    private final TopUpSettings settings;
    private final Ids ids;
    private final Clock clock;

    StartTopUp(SingleWriter writer, TopUps topUps, Pricing pricing, TopUpSettings settings, Ids ids, Clock clock) {
        this.writer = writer;
        this.topUps = topUps;
        this.pricing = pricing;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Answers with the new top-up's id; it may have failed at once, if the wallet may not hold so much or is frozen. */
    public TopUpId start(Request request) {
        var asked = new TopUp(
                new TopUpId(ids.next()),
                request.owner(),
                TopUp.Status.PENDING,
                request.charged(),
                request.paymentMethod(),
                request.quote(),
                null,
                null,
                false,
                clock.instant());
        return writer.write(() -> {
            var topUp = request.quote() == null
                    ? pricing.settle(asked, Price.atPar(request.charged()))
                    : pricing.begin(asked);
            topUps.add(topUp, clock.instant().plus(settings.firstWait()));
            return topUp.id();
        });
    }
}
