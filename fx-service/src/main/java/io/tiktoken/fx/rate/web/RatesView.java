package io.tiktoken.fx.rate.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.fx.rate.RateTable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rates as a client sees them.
 *
 * @param rates how much of each currency 1 SGD buys, as decimal text so that nothing is rounded on the way
 */
record RatesView(
        @Schema(example = "SGD") String base,
        Instant asOf,
        boolean stale,

        @Schema(allowableValues = {"bundled", "exchangerate-api", "open-er-api"})
        String source,

        Attribution attribution,

        @Schema(example = "{\"SGD\": \"1\", \"USD\": \"0.7740\"}")
        Map<String, String> rates) {

    /** The link that the provider asks for wherever its rates are shown. */
    record Attribution(
            @Schema(example = "Rates By Exchange Rate API") String text,

            @Schema(example = "https://www.exchangerate-api.com")
            String url) {

        static final Attribution OF_THE_PROVIDER =
                new Attribution("Rates By Exchange Rate API", "https://www.exchangerate-api.com");
    }

    static RatesView of(RateTable table, boolean stale) {
        var rates = new TreeMap<String, String>();
        table.rates()
                .forEach((currency, rate) ->
                        rates.put(currency.code(), rate.perBase().toPlainString()));
        return new RatesView(
                RateTable.BASE.code(), table.asOf(), stale, table.source().label(), Attribution.OF_THE_PROVIDER, rates);
    }
}
