package io.tiktoken.fx.rate;

import io.tiktoken.defaults.money.Currency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Tables of rates in which only the interesting part is said. */
public final class RateFixtures {

    /** A quiet Friday noon, long after the bundled table. */
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /** The usual defaults. */
    static final RateSettings SETTINGS = new RateSettings(
            Duration.ofHours(26),
            Duration.ofHours(48),
            Duration.ofDays(365),
            20,
            new BigDecimal("1.25"),
            Duration.ofMinutes(10));

    private static final Map<String, String> USUAL = bundledRates();

    private RateFixtures() {}

    /** Everyday rates by code, which a test may change: 42 of them, as bundled. */
    public static Map<String, String> usualRates() {
        return new HashMap<>(USUAL);
    }

    /** Everyday rates, but for one. */
    public static Map<String, String> usualRatesBut(String code, String rate) {
        var rates = usualRates();
        rates.put(code, rate);
        return rates;
    }

    /** Makes everyday rates, but for one, the last good table. */
    public static void believe(JdbcClient jdbc, Instant asOf, String code, String rate) {
        jdbc.sql(
                        "INSERT INTO rate_tables (as_of, source, fetched_at, next_update_at) VALUES (?, 'open-er-api', ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        asOf.toEpochMilli(),
                        asOf.toEpochMilli(),
                        asOf.plus(Duration.ofDays(1)).toEpochMilli())
                .update();
        usualRatesBut(code, rate)
                .forEach((currency, perBase) -> jdbc.sql(
                                "INSERT INTO rates (as_of, currency, rate) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(asOf.toEpochMilli(), currency, perBase)
                        .update());
    }

    /** Forgets all tables, and the quotes that were made from them. */
    public static void forgetEverything(JdbcClient jdbc) {
        jdbc.sql("DELETE FROM quotes").update();
        jdbc.sql("DELETE FROM rates").update();
        jdbc.sql("DELETE FROM rate_tables").update();
    }

    static Offer offer(Instant asOf) {
        return offer(asOf, USUAL);
    }

    static Offer offerWith(Instant asOf, String code, String rate) {
        return offer(asOf, usualRatesBut(code, rate));
    }

    static Offer offer(Instant asOf, Map<String, String> rates) {
        var decimals = new HashMap<String, BigDecimal>();
        rates.forEach((code, rate) -> decimals.put(code, new BigDecimal(rate)));
        return new Offer(Source.OPEN_ER_API, "SGD", asOf, asOf.plus(Duration.ofDays(1)), decimals);
    }

    static RateTable table(Instant asOf) {
        return table(asOf, Source.OPEN_ER_API);
    }

    static RateTable table(Instant asOf, Source source) {
        return table(asOf, source, USUAL);
    }

    private static RateTable table(Instant asOf, Source source, Map<String, String> rates) {
        return RateTable.of(
                source,
                asOf,
                asOf,
                asOf.plus(Duration.ofDays(1)),
                rates.entrySet().stream()
                        .map(rate -> new Rate(Currency.of(rate.getKey()), new BigDecimal(rate.getValue())))
                        .toList());
    }

    private static Map<String, String> bundledRates() {
        try (var file = new ClassPathResource("bundled-rates.json").getInputStream()) {
            var rates = new HashMap<String, String>();
            new JsonMapper().readTree(file).get("rates").forEachEntry((code, rate) -> rates.put(code, rate.asString()));
            return Map.copyOf(rates);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
