package io.tiktoken.fx.quote.web;

import static io.tiktoken.fx.web.Code.QUOTE_EXPIRED;
import static io.tiktoken.fx.web.Code.QUOTE_GIVEN_BACK;
import static io.tiktoken.fx.web.Code.QUOTE_MISMATCH;
import static io.tiktoken.fx.web.Code.QUOTE_NOT_FOUND;
import static io.tiktoken.fx.web.Code.QUOTE_REDEEMED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.security.ForService;
import io.tiktoken.fx.quote.CustomerId;
import io.tiktoken.fx.quote.GiveBackQuote;
import io.tiktoken.fx.quote.Quote;
import io.tiktoken.fx.quote.QuoteId;
import io.tiktoken.fx.quote.RedeemQuote;
import io.tiktoken.fx.quote.TopUpId;
import io.tiktoken.fx.web.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets the wallet use quotes, and give back those that it could not use after all. */
@RestController
@RequestMapping("/internal/quotes/{id}/redemption")
@ForService("quotes:redeem")
@Tag(name = "Quotes")
class RedemptionController {

    /** What the wallet needs to know of a quote that it may use. */
    record View(
            UUID id,
            UUID customerId,
            Money from,
            Money to,
            Money fee,
            @Schema(example = "0.7740") String rate,
            Instant expiresAt) {

        static View of(Quote quote) {
            return new View(
                    quote.id().value(),
                    quote.customer().value(),
                    quote.from(),
                    quote.to(),
                    quote.fee(),
                    quote.rate().perBase().toPlainString(),
                    quote.expiresAt());
        }
    }

    /**
     * Which top-up wants to use the quote, and whose it is.
     *
     * @param from what the card is going to be charged
     */
    record Request(
            @NotNull UUID topUpId,
            @NotNull UUID customerId,
            @NotNull Money from) {

        RedeemQuote.Request of(UUID quoteId) {
            return new RedeemQuote.Request(
                    new QuoteId(quoteId), new TopUpId(topUpId), new CustomerId(customerId), from);
        }
    }

    private final RedeemQuote redeemQuote;
    private final GiveBackQuote giveBackQuote;

    RedemptionController(RedeemQuote redeemQuote, GiveBackQuote giveBackQuote) {
        this.redeemQuote = redeemQuote;
        this.giveBackQuote = giveBackQuote;
    }

    @Operation(
            summary = "Uses a quote for one top-up",
            description = "The same top-up may ask again. Whoever is refused leaves the quote as it is.")
    @ApiResponse(
            responseCode = "200",
            description = "The quote, which is this top-up's",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses({QUOTE_NOT_FOUND, QUOTE_MISMATCH, QUOTE_REDEEMED, QUOTE_GIVEN_BACK, QUOTE_EXPIRED})
    @PutMapping
    ResponseEntity<?> redeem(@PathVariable UUID id, @Valid @RequestBody Request body) {
        return switch (redeemQuote.redeem(body.of(id))) {
            case RedeemQuote.Outcome.Redeemed(var quote) -> ResponseEntity.ok(View.of(quote));
            case RedeemQuote.Outcome.NotFound() -> QUOTE_NOT_FOUND.response();
            case RedeemQuote.Outcome.ForAnotherAmount() -> QUOTE_MISMATCH.response();
            case RedeemQuote.Outcome.RedeemedByAnother() -> QUOTE_REDEEMED.response();
            case RedeemQuote.Outcome.GivenBack() -> QUOTE_GIVEN_BACK.response();
            case RedeemQuote.Outcome.Expired() -> QUOTE_EXPIRED.response();
        };
    }

    @Operation(
            summary = "Gives a quote back that a top-up could not use after all",
            description = "It may say so again. Another top-up may use the quote until it expires; this one no more.")
    @ApiResponse(responseCode = "204", description = "It is given back")
    @Refuses({QUOTE_NOT_FOUND, QUOTE_REDEEMED})
    @DeleteMapping
    ResponseEntity<?> giveBack(@PathVariable UUID id, @RequestParam UUID topUpId, @RequestParam UUID customerId) {
        return switch (giveBackQuote.giveBack(new QuoteId(id), new TopUpId(topUpId), new CustomerId(customerId))) {
            case GiveBackQuote.Outcome.GivenBack() -> ResponseEntity.noContent().build();
            case GiveBackQuote.Outcome.NotFound() -> QUOTE_NOT_FOUND.response();
            case GiveBackQuote.Outcome.RedeemedByAnother() -> QUOTE_REDEEMED.response();
        };
    }
}
