package io.tiktoken.fx.quote.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.fx.quote.RedeemQuote;
import io.tiktoken.fx.quote.RedeemQuote.Outcome.Expired;
import io.tiktoken.fx.quote.RedeemQuote.Outcome.NotFound;
import io.tiktoken.fx.quote.RedeemQuote.Outcome.Redeemed;
import io.tiktoken.fx.quote.RedeemQuote.Outcome.RedeemedByAnother;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets the wallet use quotes. */
@RestController
class RedemptionController {

    private final RedeemQuote redeemQuote;

    RedemptionController(RedeemQuote redeemQuote) {
        this.redeemQuote = redeemQuote;
    }

    @Operation(summary = "Uses a quote for one top-up; the same top-up may ask again")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RedeemedQuoteView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "`quote_not_found`: there is none, or it is another customer's",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "409",
            description = "`quote_redeemed` by another top-up",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "410",
            description = "`quote_expired` before anybody used it",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @PutMapping("/internal/quotes/{id}/redemption")
    ResponseEntity<?> redeem(@PathVariable UUID id, @Valid @RequestBody RedemptionRequest body) {
        return switch (redeemQuote.redeem(body.of(id))) {
            case Redeemed(var quote) -> ResponseEntity.ok(RedeemedQuoteView.of(quote));
            case NotFound() -> refusal(HttpStatus.NOT_FOUND, "quote_not_found", "This customer has no such quote");
            case RedeemedByAnother() ->
                refusal(HttpStatus.CONFLICT, "quote_redeemed", "Another top-up uses this quote");
            case Expired() -> refusal(HttpStatus.GONE, "quote_expired", "This quote has expired; ask for a new one");
        };
    }

    private static ResponseEntity<?> refusal(HttpStatus status, String code, String sentence) {
        return Problem.of(status, code, sentence).response();
    }
}
