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
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.fx.quote.CustomerId;
import io.tiktoken.fx.quote.MakeQuote;
import io.tiktoken.fx.quote.MakeQuote.Outcome.Quoted;
import io.tiktoken.fx.quote.MakeQuote.Outcome.RatesUnavailable;
import io.tiktoken.fx.quote.MakeQuote.Outcome.TooLarge;
import io.tiktoken.fx.quote.MakeQuote.Outcome.TooSmall;
import io.tiktoken.fx.quote.MakeQuote.Outcome.UnknownCurrency;
import io.tiktoken.fx.quote.Quote;
import io.tiktoken.fx.rate.web.RatesProblems;
import io.tiktoken.fx.web.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.UUID;
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

    /**
     * A quote as the customer sees it.
     *
     * @param rate how much of the currency paid one TikToken costs, as decimal text
     */
    record View(
            UUID id,
            Money from,
            Money to,
            @Schema(example = "0.7740") String rate,
            Money fee,
            Instant expiresAt) {

        static View of(Quote quote) {
            return new View(
                    quote.id().value(),
                    quote.from(),
                    quote.to(),
                    quote.rate().perBase().toPlainString(),
                    quote.fee(),
                    quote.expiresAt());
        }
    }

    /** What a customer wants to exchange. */
    record Request(@NotNull @Valid Amount from) {

        /** An amount in a currency that need not be one we know: that is an answer, not a malformed request. */
        record Amount(
                @Positive @Schema(example = "5000") long amount,

                @NotNull
                @Pattern(regexp = "[A-Z]{3}", message = "must be the three letters of a currency")
                @Schema(example = "USD")
                String currency) {}

        MakeQuote.Request by(CustomerId customer) {
            return new MakeQuote.Request(customer, from.amount(), from.currency());
        }
    }

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
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses({UNKNOWN_CURRENCY, AMOUNT_TOO_SMALL, AMOUNT_TOO_LARGE, RATES_UNAVAILABLE})
    @PostMapping("/api/fx/quotes")
    ResponseEntity<?> quote(Person person, @Valid @RequestBody Request body) {
        return switch (makeQuote.quote(body.by(new CustomerId(person.id())))) {
            case Quoted(var quote) -> ResponseEntity.status(HttpStatus.CREATED).body(View.of(quote));
            case UnknownCurrency() -> UNKNOWN_CURRENCY.response();
            case TooSmall() -> AMOUNT_TOO_SMALL.response();
            case TooLarge(var largest) -> AMOUNT_TOO_LARGE.response(largest);
            case RatesUnavailable(var retryAfter) ->
                RatesProblems.unavailable(retryAfter).response();
        };
    }
}
