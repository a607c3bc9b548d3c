package io.tiktoken.fx.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The open endpoint's answer.
 *
 * @param endOfLife when the endpoint will be switched off; 0 while that is not planned
 */
record OpenRates(
        @JsonProperty("result") @Nullable String result,
        @JsonProperty("error-type") @Nullable String errorType,
        @JsonProperty("time_last_update_unix") @Nullable Long lastUpdate,
        @JsonProperty("time_next_update_unix") @Nullable Long nextUpdate,
        @JsonProperty("time_eol_unix") @Nullable Long endOfLife,
        @JsonProperty("base_code") @Nullable String base,
        @JsonProperty("rates") @Nullable Map<String, @Nullable BigDecimal> rates)
        implements ProviderAnswer {

    boolean willBeSwitchedOff() {
        return endOfLife != null && endOfLife != 0;
    }
}
