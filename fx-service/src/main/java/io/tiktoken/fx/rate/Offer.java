package io.tiktoken.fx.rate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What a provider says the rates are, before anybody has judged it.
 *
 * @param base the currency that all rates are counted in
 * @param asOf when the provider last changed them
 * @param nextUpdate when it means to change them again
 * @param rates by code, whether we know that code or not
 */
public record Offer(Source source, String base, Instant asOf, Instant nextUpdate, Map<String, BigDecimal> rates) {

    public Offer {
        rates = Map.copyOf(rates);
    }
}
