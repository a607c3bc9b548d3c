package io.tiktoken.fx.quote;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.runtime.Ids;
import io.tiktoken.fx.rate.CurrentRates;
import io.tiktoken.fx.rate.Rate;
import io.tiktoken.fx.rate.RateTable;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** Promises a customer what an amount buys, at the rate that serves now. */
@Service
public class MakeQuote {

    /**
     * What a customer wants to exchange.
     *
     * @param currency as the customer wrote it; it may be none that we know
     */
    public record Request(CustomerId customer, long amount, String currency) {

        public Request {
            if (amount <= 0) {
                throw new IllegalArgumentException("Cannot quote " + amount);
            }
        }
    }

    /** What may come of it. */
    public sealed interface Outcome {

        record Quoted(Quote quote) implements Outcome {}

        /** Also for TikTokens themselves, which nobody exchanges into TikTokens. */
        record UnknownCurrency() implements Outcome {}

        record TooSmall() implements Outcome {}

        record TooLarge(Money largest) implements Outcome {}

        record RatesUnavailable(Duration retryAfter) implements Outcome {}
    }

    private final CurrentRates currentRates;
    private final Quotes quotes;
    private final QuoteSettings settings;
    private final SingleWriter writer;
    private final Ids ids;
    private final Clock clock;

    MakeQuote(
            CurrentRates currentRates,
            Quotes quotes,
            QuoteSettings settings,
            SingleWriter writer,
            Ids ids,
            Clock clock) {
        this.currentRates = currentRates;
        this.quotes = quotes;
        this.settings = settings;
        this.writer = writer;
        this.ids = ids;
        this.clock = clock;
    }

    public Outcome quote(Request request) {
        return switch (currentRates.find()) {
            case CurrentRates.Outcome.Unavailable(var retryAfter) -> new Outcome.RatesUnavailable(retryAfter);
            case CurrentRates.Outcome.Serving(var table, var _) ->
                Currency.find(request.currency())
                        .flatMap(table::rate)
                        .map(rate -> quote(request, rate, table))
                        .orElseGet(Outcome.UnknownCurrency::new);
        };
    }

    private Outcome quote(Request request, Rate rate, RateTable table) {
        var from = new Money(request.amount(), rate.currency());
        var conversion = Conversion.of(from, rate, feeBasisPoints(rate));
        var largest = Money.tikTokens(settings.largest());
        if (conversion.exceeds(largest)) {
            return new Outcome.TooLarge(largest);
        }
        if (conversion.isNothing()) {
            return new Outcome.TooSmall();
        }
        var quote = new Quote(
                new QuoteId(ids.next()),
                request.customer(),
                from,
                conversion.to(),
                conversion.fee(),
                rate,
                table.asOf(),
                clock.instant().plus(settings.holdsFor()),
                null);
        writer.run(() -> quotes.add(quote));
        return new Outcome.Quoted(quote);
    }

    private int feeBasisPoints(Rate rate) {
        return rate.currency().equals(RateTable.BASE) ? 0 : settings.feeBasisPoints();
    }
}
