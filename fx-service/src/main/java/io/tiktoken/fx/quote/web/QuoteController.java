package io.tiktoken.fx.quote.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.defaults.problem.Problem;
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
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives customers quotes. */
@RestController
@ForCustomers
class QuoteController {

    private final MakeQuote makeQuote;

    QuoteController(MakeQuote makeQuote) {
        this.makeQuote = makeQuote;
    }

    @Operation(summary = "What an amount buys in TikTokens, fixed for five minutes")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = QuoteView.class)))
    @ApiResponse(
            responseCode = "400",
            description = "`validation_failed`, `malformed_request`",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "422",
            description = "`unknown_currency`, `amount_too_small`, `amount_too_large`",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "503",
            description = "`rates_unavailable`, `temporarily_unavailable`",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @PostMapping("/api/fx/quotes")
    ResponseEntity<?> quote(Person person, @Valid @RequestBody QuoteRequest body) {
        return switch (makeQuote.quote(body.by(new CustomerId(person.id())))) {
            case Quoted(var quote) -> ResponseEntity.status(HttpStatus.CREATED).body(QuoteView.of(quote));
            case UnknownCurrency() -> refusal("unknown_currency", "There is no rate for this currency");
            case TooSmall() -> refusal("amount_too_small", "This is worth less than the smallest TikToken amount");
            case TooLarge(var largest) -> refusal("amount_too_large", "A quote may be worth at most " + largest);
            case RatesUnavailable(var retryAfter) ->
                RatesProblems.unavailable(retryAfter).response();
        };
    }

    private static ResponseEntity<?> refusal(String code, String sentence) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, sentence).response();
    }
}
