package io.tiktoken.fx.clients;

import io.tiktoken.fx.rate.RateFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** What the two endpoints answer, in their own words. */
final class ProviderFixtures {

    static final String OPEN = "/v6/latest/SGD";
    static final String KEYED = "/v6/canary123/latest/SGD";

    private ProviderFixtures() {}

    static String open(Instant asOf) {
        return open(asOf, RateFixtures.usualRates());
    }

    static String openWith(Instant asOf, String code, String rate) {
        return open(asOf, RateFixtures.usualRatesBut(code, rate));
    }

    static String open(Instant asOf, Map<String, String> rates) {
        return """
                {"result":"success","provider":"https://www.exchangerate-api.com","time_eol_unix":0,%s,
                 "base_code":"SGD","rates":%s}
                """.formatted(times(asOf), json(rates));
    }

    static String keyedWith(Instant asOf, String code, String rate) {
        return """
                {"result":"success","documentation":"https://www.exchangerate-api.com/docs",%s,
                 "base_code":"SGD","conversion_rates":%s}
                """.formatted(times(asOf), json(RateFixtures.usualRatesBut(code, rate)));
    }

    static String error(String type) {
        return "{\"result\":\"error\",\"error-type\":\"%s\"}".formatted(type);
    }

    private static String times(Instant asOf) {
        return "\"time_last_update_unix\":%d,\"time_next_update_unix\":%d"
                .formatted(asOf.getEpochSecond(), asOf.plus(Duration.ofDays(1)).getEpochSecond());
    }

    private static String json(Map<String, String> rates) {
        return rates.entrySet().stream()
                .map(rate -> "\"%s\":%s".formatted(rate.getKey(), rate.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
