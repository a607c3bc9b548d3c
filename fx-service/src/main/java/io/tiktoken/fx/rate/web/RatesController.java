package io.tiktoken.fx.rate.web;

import static io.tiktoken.fx.web.Code.RATES_UNAVAILABLE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.fx.rate.CurrentRates;
import io.tiktoken.fx.rate.CurrentRates.Outcome.Serving;
import io.tiktoken.fx.rate.CurrentRates.Outcome.Unavailable;
import io.tiktoken.fx.rate.RateTable;
import io.tiktoken.fx.web.Refuses;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the rates that serve now. */
@RestController
@ForCustomers
@Tag(name = "Rates", description = "What other money is worth.")
class RatesController {

    /**
     * The rates as a client sees them.
     *
     * @param rates how much of each currency 1 SGD buys, as decimal text so that nothing is rounded on the way
     */
    record View(
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
                @Schema(example = "Rates By Exchange Rate API")
                String text,

                @Schema(example = "https://www.exchangerate-api.com")
                String url) {

            static final Attribution OF_THE_PROVIDER =
                    new Attribution("Rates By Exchange Rate API", "https://www.exchangerate-api.com");
        }

        static View of(RateTable table, boolean stale) {
            var rates = new TreeMap<String, String>();
            table.rates()
                    .forEach((currency, rate) ->
                            rates.put(currency.code(), rate.perBase().toPlainString()));
            return new View(
                    RateTable.BASE.code(),
                    table.asOf(),
                    stale,
                    table.source().label(),
                    Attribution.OF_THE_PROVIDER,
                    rates);
        }
    }

    private final CurrentRates currentRates;

    RatesController(CurrentRates currentRates) {
        this.currentRates = currentRates;
    }

    @Operation(
            summary = "Shows the exchange rates that quotes are made from",
            description =
                    "Counted in SGD, of which one is worth a TikToken. They are stale when the provider has not answered"
                            + " for long.")
    @ApiResponse(
            responseCode = "200",
            description = "The last good table",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses(RATES_UNAVAILABLE)
    @GetMapping("/api/fx/rates")
    ResponseEntity<?> rates() {
        return switch (currentRates.find()) {
            case Serving(var table, var stale) -> ResponseEntity.ok(View.of(table, stale));
            case Unavailable(var retryAfter) ->
                RatesProblems.unavailable(retryAfter).response();
        };
    }
}
