package io.tiktoken.fx.quote.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForService;
import io.tiktoken.fx.quote.CustomerId;
import io.tiktoken.fx.quote.GiveBackQuote;
import io.tiktoken.fx.quote.QuoteId;
import io.tiktoken.fx.quote.RedeemQuote;
import io.tiktoken.fx.quote.TopUpId;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
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
class RedemptionController {

    private final RedeemQuote redeemQuote;
    private final GiveBackQuote giveBackQuote;

    RedemptionController(RedeemQuote redeemQuote, GiveBackQuote giveBackQuote) {
        this.redeemQuote = redeemQuote;
        this.giveBackQuote = giveBackQuote;
    }

    @Operation(summary = "Uses a quote for one top-up; the same top-up may ask again")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RedeemedQuoteView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "`quote_not_found`: there is none, or it is another customer's",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "409",
            description = "`quote_redeemed` by another top-up, `quote_given_back` by this one",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "410",
            description = "`quote_expired` before anybody used it",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "422",
            description = "`quote_mismatch`: it is for another amount, and stays free",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @PutMapping
    ResponseEntity<?> redeem(@PathVariable UUID id, @Valid @RequestBody RedemptionRequest body) {
        return switch (redeemQuote.redeem(body.of(id))) {
            case RedeemQuote.Outcome.Redeemed(var quote) -> ResponseEntity.ok(RedeemedQuoteView.of(quote));
            case RedeemQuote.Outcome.NotFound() -> notFound();
            case RedeemQuote.Outcome.ForAnotherAmount() ->
                refusal(HttpStatus.UNPROCESSABLE_CONTENT, "quote_mismatch", "This quote is for another amount");
            case RedeemQuote.Outcome.RedeemedByAnother() -> redeemedByAnother();
            case RedeemQuote.Outcome.GivenBack() ->
                refusal(HttpStatus.CONFLICT, "quote_given_back", "This top-up gave the quote back");
            case RedeemQuote.Outcome.Expired() ->
                refusal(HttpStatus.GONE, "quote_expired", "This quote has expired; ask for a new one");
        };
    }

    @Operation(summary = "Gives a quote back that a top-up could not use after all; it may say so again")
    @ApiResponse(responseCode = "204", description = "Another top-up may use it until it expires; this one no more")
    @ApiResponse(
            responseCode = "404",
            description = "`quote_not_found`: there is none, or it is another customer's",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "409",
            description = "`quote_redeemed` by another top-up, which keeps it",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @DeleteMapping
    ResponseEntity<?> giveBack(@PathVariable UUID id, @RequestParam UUID topUpId, @RequestParam UUID customerId) {
        return switch (giveBackQuote.giveBack(new QuoteId(id), new TopUpId(topUpId), new CustomerId(customerId))) {
            case GiveBackQuote.Outcome.GivenBack() -> ResponseEntity.noContent().build();
            case GiveBackQuote.Outcome.NotFound() -> notFound();
            case GiveBackQuote.Outcome.RedeemedByAnother() -> redeemedByAnother();
        };
    }

    private static ResponseEntity<?> notFound() {
        return refusal(HttpStatus.NOT_FOUND, "quote_not_found", "This customer has no such quote");
    }

    private static ResponseEntity<?> redeemedByAnother() {
        return refusal(HttpStatus.CONFLICT, "quote_redeemed", "Another top-up uses this quote");
    }

    private static ResponseEntity<?> refusal(HttpStatus status, String code, String sentence) {
        return Problem.of(status, code, sentence).response();
    }
}
