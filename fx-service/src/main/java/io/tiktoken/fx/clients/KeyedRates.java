package io.tiktoken.fx.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keyed endpoint's answer. */
record KeyedRates(
        @JsonProperty("result") @Nullable String result,
        @JsonProperty("error-type") @Nullable String errorType,
        @JsonProperty("time_last_update_unix") @Nullable Long lastUpdate,
        @JsonProperty("time_next_update_unix") @Nullable Long nextUpdate,
        @JsonProperty("base_code") @Nullable String base,
        @JsonProperty("conversion_rates") @Nullable Map<String, @Nullable BigDecimal> rates)
        implements ProviderAnswer {}
