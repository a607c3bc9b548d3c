package io.tiktoken.wallet.topup.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.topup.FindTopUp;
import io.tiktoken.wallet.topup.ResumeTopUp;
import io.tiktoken.wallet.topup.StartTopUp;
import io.tiktoken.wallet.topup.TopUp;
import io.tiktoken.wallet.topup.TopUpId;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tops a wallet up by card, and tells how that went. */
@RestController
@RequestMapping("/api/wallet/top-ups")
@ForCustomers
@Tag(name = "Top-ups")
class TopUpController {

    private final Idempotency idempotency;
    private final StartTopUp startTopUp;
    private final ResumeTopUp resumeTopUp;
    private final FindTopUp findTopUp;

    TopUpController(Idempotency idempotency, StartTopUp startTopUp, ResumeTopUp resumeTopUp, FindTopUp findTopUp) {
        this.idempotency = idempotency;
        this.startTopUp = startTopUp;
        this.resumeTopUp = resumeTopUp;
        this.findTopUp = findTopUp;
    }

    @PostMapping
    @Operation(summary = "Charges a card and credits the wallet, once per key")
    @ApiResponse(
            responseCode = "201",
            description = "Credited, or `PENDING` until the card processor or fx-service answers",
            content = @Content(schema = @Schema(implementation = TopUpView.class)))
    @ApiResponse(
            responseCode = "400",
            description = "`card_number_refused`, `idempotency_key_missing`, `validation_failed`")
    @ApiResponse(responseCode = "402", description = "`card_declined` with `declineCode`")
    @ApiResponse(responseCode = "403", description = "`wallet_frozen`")
    @ApiResponse(responseCode = "404", description = "`quote_not_found`")
    @ApiResponse(responseCode = "409", description = "`quote_redeemed`")
    @ApiResponse(responseCode = "410", description = "`quote_expired`")
    @ApiResponse(
            responseCode = "422",
            description =
                    "`quote_required`, `quote_mismatch`, `currency_not_accepted`, `payment_method_unknown`, `limit_exceeded`, `idempotency_key_reused`")
    ResponseEntity<?> topUp(Person person, IdempotentRequest request, @Valid @RequestBody TopUpRequest body) {
        var start = body.toRequest(person.id());
        var begun =
                idempotency.begin(request, body, () -> startTopUp.start(start).value());
        var id = new TopUpId(begun.resource());
        var topUp = begun.replayed() ? mine(person, id) : resumeTopUp.resume(id);
        return Idempotency.marked(answer(topUp), begun.replayed());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Tells how a top-up stands")
    @ApiResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = TopUpView.class)))
    @ApiResponse(responseCode = "404", description = "`not_found`: there is none, or it is another person's")
    TopUpView find(Person person, @PathVariable UUID id) {
        return TopUpView.of(mine(person, new TopUpId(id)));
    }

    private TopUp mine(Person person, TopUpId id) {
        return findTopUp
                .find(id, new OwnerId(person.id()))
                .orElseThrow(() -> ProblemException.notFound("You have no such top-up"));
    }

    private static ResponseEntity<?> answer(TopUp topUp) {
        var failure = topUp.failure();
        if (failure != null) {
            return TopUpProblems.of(topUp, failure).response();
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create("/api/wallet/top-ups/" + topUp.id()))
                .body(TopUpView.of(topUp));
    }
}
