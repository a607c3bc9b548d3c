package io.tiktoken.fx.quote;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Lets one top-up use a quote. The same top-up may ask again at any time and gets the same answer. */
@Service
public class RedeemQuote {

    /**
     * One top-up's wish to use one quote of one customer.
     *
     * @param from what is going to be charged, which must be what the quote was given for
     */
    public record Request(QuoteId quote, TopUpId topUp, CustomerId customer, Money from) {}

    /** What may come of it. */
    public sealed interface Outcome {

        record Redeemed(Quote quote) implements Outcome {}

        /** There is none, or it is another customer's, which is nobody else's business. */
        record NotFound() implements Outcome {}

        /** It is for another amount, and stays free. */
        record ForAnotherAmount() implements Outcome {}

        record RedeemedByAnother() implements Outcome {}

        /** By this top-up, which is over; nothing brings it back to life. */
        record GivenBack() implements Outcome {}

        record Expired() implements Outcome {}
    }

    private final Quotes quotes;
    private final SingleWriter writer;
    private final Clock clock;

    RedeemQuote(Quotes quotes, SingleWriter writer, Clock clock) {
        this.quotes = quotes;
        this.writer = writer;
        this.clock = clock;
    }

    public Outcome redeem(Request request) {
        return writer.write(() -> quotes.redeem(request, clock.instant())
                .<Outcome>map(Outcome.Redeemed::new)
                .orElseGet(() -> whyNotNow(request)));
    }

    private Outcome whyNotNow(Request request) {
        var quote = quotes.find(request.quote())
                .filter(found -> found.belongsTo(request.customer()))
                .orElse(null);
        if (quote == null) {
            return new Outcome.NotFound();
        }
        if (!quote.from().equals(request.from())) {
            return new Outcome.ForAnotherAmount();
        }
        if (quotes.wasGivenBack(request.quote(), request.topUp())) {
            return new Outcome.GivenBack();
        }
        if (quote.redeemedBy() == null) {
            return new Outcome.Expired();
        }
        return request.topUp().equals(quote.redeemedBy())
                ? new Outcome.Redeemed(quote)
                : new Outcome.RedeemedByAnother();
    }
}
