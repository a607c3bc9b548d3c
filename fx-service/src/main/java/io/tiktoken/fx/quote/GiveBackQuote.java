package io.tiktoken.fx.quote;

import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import org.springframework.stereotype.Service;

/**
 * Takes a quote back from a top-up that came to nothing, so that another one can use it until it expires. The same
 * top-up may say so at any time and as often as it likes, also before its redemption arrives: that one is then refused.
 */
@Service
public class GiveBackQuote {

    /** What may come of it. */
    public sealed interface Outcome {

        record GivenBack() implements Outcome {}

        /** There is none, or it is another customer's, which is nobody else's business. */
        record NotFound() implements Outcome {}

        /** Only the top-up that uses a quote can give it back. */
        record RedeemedByAnother() implements Outcome {}
    }

    private final Quotes quotes;
    private final SingleWriter writer;
    private final Clock clock;

    GiveBackQuote(Quotes quotes, SingleWriter writer, Clock clock) {
        this.quotes = quotes;
        this.writer = writer;
        this.clock = clock;
    }

    public Outcome giveBack(QuoteId id, TopUpId topUp, CustomerId customer) {
        return writer.write(() -> quotes.find(id)
                .filter(quote -> quote.belongsTo(customer))
                .map(quote -> giveBack(quote, topUp))
                .orElseGet(Outcome.NotFound::new));
    }

    private Outcome giveBack(Quote quote, TopUpId topUp) {
        if (quotes.wasGivenBack(quote.id(), topUp)) {
            return new Outcome.GivenBack();
        }
        var user = quote.redeemedBy();
        if (user != null && !user.equals(topUp)) {
            return new Outcome.RedeemedByAnother();
        }
        quotes.free(quote.id(), topUp);
        quotes.rememberGivenBack(quote.id(), topUp, clock.instant());
        return new Outcome.GivenBack();
    }
}
