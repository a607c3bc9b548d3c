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
import io.tiktoken.fx.web.Refuses;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the rates that serve now. */
@RestController
@ForCustomers
@Tag(name = "Rates", description = "What other money is worth.")
class RatesController {

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
            content = @Content(schema = @Schema(implementation = RatesView.class)))
    @Refuses(RATES_UNAVAILABLE)
    @GetMapping("/api/fx/rates")
    ResponseEntity<?> rates() {
        return switch (currentRates.find()) {
            case Serving(var table, var stale) -> ResponseEntity.ok(RatesView.of(table, stale));
            case Unavailable(var retryAfter) ->
                RatesProblems.unavailable(retryAfter).response();
        };
    }
}
