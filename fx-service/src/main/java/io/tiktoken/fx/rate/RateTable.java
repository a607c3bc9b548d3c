package io.tiktoken.fx.rate;

import io.tiktoken.defaults.money.Currency;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Exchange rates that belong together and were found believable. There is never an empty one.
 *
 * @param asOf when they were published, which also tells one table from another
 * @param nextUpdate when the provider means to publish the next
 */
public record RateTable(Source source, Instant asOf, Instant fetchedAt, Instant nextUpdate, Map<Currency, Rate> rates) {

    /** What all rates are counted in. One TikToken is one of these. */
    public static final Currency BASE = Currency.of("SGD");

    public RateTable {
        rates = Map.copyOf(rates);
        if (!rates.containsKey(BASE)) {
            throw new IllegalArgumentException("A table without %s is none".formatted(BASE));
        }
    }

    static RateTable of(Source source, Instant asOf, Instant fetchedAt, Instant nextUpdate, Collection<Rate> rates) {
        return new RateTable(
                source,
                asOf,
                fetchedAt,
                nextUpdate,
                rates.stream().collect(Collectors.toMap(Rate::currency, Function.identity())));
    }

    /** Nothing for a currency that is not in the table; never a guess. */
    public Optional<Rate> rate(Currency currency) {
        return Optional.ofNullable(rates.get(currency));
    }

    /** Counted from when it came in, if it claims to be from later than that. */
    public Duration age(Instant now) {
        return Duration.between(asOf.isBefore(fetchedAt) ? asOf : fetchedAt, now);
    }

    boolean isBundled() {
        return source == Source.BUNDLED;
    }

    /** As the log names it. */
    @Override
    public String toString() {
        return "the %s table of %s".formatted(source.label(), asOf);
    }
}
