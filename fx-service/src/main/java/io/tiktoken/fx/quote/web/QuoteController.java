package io.tiktoken.fx.quote.web;

import static io.tiktoken.fx.web.Code.AMOUNT_TOO_LARGE;
import static io.tiktoken.fx.web.Code.AMOUNT_TOO_SMALL;
import static io.tiktoken.fx.web.Code.RATES_UNAVAILABLE;
import static io.tiktoken.fx.web.Code.UNKNOWN_CURRENCY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.fx.quote.CustomerId;
import io.tiktoken.fx.quote.MakeQuote;
import io.tiktoken.fx.quote.MakeQuote.Outcome.Quoted;
import io.tiktoken.fx.quote.MakeQuote.Outcome.RatesUnavailable;
import io.tiktoken.fx.quote.MakeQuote.Outcome.TooLarge;
import io.tiktoken.fx.quote.MakeQuote.Outcome.TooSmall;
import io.tiktoken.fx.quote.MakeQuote.Outcome.UnknownCurrency;
import io.tiktoken.fx.rate.web.RatesProblems;
import io.tiktoken.fx.web.Refuses;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives customers quotes. */
@RestController
@ForCustomers
@Tag(name = "Quotes", description = "Promises to exchange money, each for one top-up.")
class QuoteController {

    private final MakeQuote makeQuote;

    QuoteController(MakeQuote makeQuote) {
        this.makeQuote = makeQuote;
    }

    @Operation(
            summary = "Promises what an amount buys in TikTokens",
            description = "The quote holds for five minutes, whatever the rate does meanwhile, and for one top-up.")
    @ApiResponse(
            responseCode = "201",
            description = "The quote",
            content = @Content(schema = @Schema(implementation = QuoteView.class)))
    @Refuses({UNKNOWN_CURRENCY, AMOUNT_TOO_SMALL, AMOUNT_TOO_LARGE, RATES_UNAVAILABLE})
    @PostMapping("/api/fx/quotes")
    ResponseEntity<?> quote(Person person, @Valid @RequestBody QuoteRequest body) {
        return switch (makeQuote.quote(body.by(new CustomerId(person.id())))) {
            case Quoted(var quote) -> ResponseEntity.status(HttpStatus.CREATED).body(QuoteView.of(quote));
            case UnknownCurrency() -> UNKNOWN_CURRENCY.response();
            case TooSmall() -> AMOUNT_TOO_SMALL.response();
            case TooLarge(var largest) -> AMOUNT_TOO_LARGE.response(largest);
            case RatesUnavailable(var retryAfter) ->
                RatesProblems.unavailable(retryAfter).response();
        };
    }
}
