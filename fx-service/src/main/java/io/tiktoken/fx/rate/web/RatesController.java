package io.tiktoken.fx.rate.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.fx.rate.CurrentRates;
import io.tiktoken.fx.rate.CurrentRates.Outcome.Serving;
import io.tiktoken.fx.rate.CurrentRates.Outcome.Unavailable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the rates that serve now. */
@RestController
@ForCustomers
class RatesController {

    private final CurrentRates currentRates;

    RatesController(CurrentRates currentRates) {
        this.currentRates = currentRates;
    }

    @Operation(summary = "The exchange rates that quotes are made from, counted in SGD")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RatesView.class)))
    @ApiResponse(
            responseCode = "503",
            description = "`rates_unavailable`: even the last good table is too old",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @GetMapping("/api/fx/rates")
    ResponseEntity<?> rates() {
        return switch (currentRates.find()) {
            case Serving(var table, var stale) -> ResponseEntity.ok(RatesView.of(table, stale));
            case Unavailable(var retryAfter) ->
                RatesProblems.unavailable(retryAfter).response();
        };
    }
}
