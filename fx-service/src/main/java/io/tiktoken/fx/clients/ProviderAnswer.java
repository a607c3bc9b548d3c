package io.tiktoken.fx.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tiktoken.fx.rate.Offer;
import io.tiktoken.fx.rate.Source;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What both endpoints say; any part may be missing, because it is somebody else's.
 *
 * @param endOfLife when the open endpoint will be switched off; 0 while that is not planned
 * @param rates from the open endpoint
 * @param conversionRates the same from the keyed one
 */
record ProviderAnswer(
        @JsonProperty("result") @Nullable String result,
        @JsonProperty("error-type") @Nullable String errorType,
        @JsonProperty("time_last_update_unix") @Nullable Long lastUpdate,
        @JsonProperty("time_next_update_unix") @Nullable Long nextUpdate,
        @JsonProperty("time_eol_unix") @Nullable Long endOfLife,
        @JsonProperty("base_code") @Nullable String base,

        @JsonProperty("rates") @Nullable Map<String, @Nullable BigDecimal> rates,
        @JsonProperty("conversion_rates") @Nullable Map<String, @Nullable BigDecimal> conversionRates) {

    private static final Set<String> DOCUMENTED_ERRORS =
            Set.of("unsupported-code", "malformed-request", "invalid-key", "inactive-account", "quota-reached");

    boolean willBeSwitchedOff() {
        return endOfLife != null && endOfLife != 0;
    }

    /**
     * The table that the answer contains.
     *
     * @throws UnusableAnswerException when it says that it is an error, or is not what was agreed on
     */
    Offer toOffer(Source source) {
        if (!"success".equals(result)) {
            throw new UnusableAnswerException("it refused: " + reason());
        }
        try {
            return new Offer(
                    source,
                    present(base),
                    Instant.ofEpochSecond(present(lastUpdate)),
                    Instant.ofEpochSecond(present(nextUpdate)),
                    complete(present(source == Source.OPEN_ER_API ? rates : conversionRates)));
        } catch (DateTimeException beyondAllTime) {
            throw new UnusableAnswerException("it is from a time that there is not");
        }
    }

    /** Only what the provider documents is repeated: who knows what anything else would do to a log. */
    private String reason() {
        return errorType != null && DOCUMENTED_ERRORS.contains(errorType)
                ? errorType
                : "for no reason that is documented";
    }

    private static Map<String, BigDecimal> complete(Map<String, @Nullable BigDecimal> rates) {
        var complete = new HashMap<String, BigDecimal>();
        rates.forEach((code, rate) -> complete.put(code, present(rate)));
        return complete;
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new UnusableAnswerException("it left something out that belongs to a table of rates");
        }
        return part;
    }
}
