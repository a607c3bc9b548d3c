package io.tiktoken.wallet.proof.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.proof.ProveTransaction;
import io.tiktoken.wallet.proof.ProveTransaction.Outcome;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives people what they need to check one of their transactions by themselves. */
@RestController
@ForCustomers
@Tag(name = "Proof")
class TransactionProofController {

    private final ProveTransaction proveTransaction;

    TransactionProofController(ProveTransaction proveTransaction) {
        this.proveTransaction = proveTransaction;
    }

    @Operation(
            summary = "What shows that a transaction is in the journal whose head is on record",
            description = "The README of wallet-service has the script that checks it.")
    @ApiResponse(
            responseCode = "200",
            description = "The proof; without a receipt while auth-service does not answer",
            content = @Content(schema = @Schema(implementation = TransactionProofView.class)))
    @ApiResponse(responseCode = "404", description = "`not_found`: there is none, or it is another person's")
    @ApiResponse(
            responseCode = "409",
            description =
                    "`proof_unavailable`: the entry is sealed in a form that cannot be shown to one of its owners")
    @GetMapping("/api/wallet/transactions/{id}/proof")
    ResponseEntity<?> proof(Person person, @PathVariable UUID id) {
        return switch (proveTransaction.prove(id, new OwnerId(person.id()))) {
            case Outcome.Proven(var proof) -> ResponseEntity.ok(TransactionProofView.of(proof));
            case Outcome.Unknown() -> throw ProblemException.notFound("You have no such transaction");
            case Outcome.FirstForm() ->
                unavailable("This transaction is from before transactions were sealed so that each owner can be shown"
                        + " theirs alone; to prove it would show the other side's part");
            case Outcome.Interrupted() ->
                unavailable(
                        "The journal does not lead from this transaction to the next head on record; please tell us");
            case Outcome.TooFar() ->
                unavailable("The next head of the journal on record is too far away from this transaction");
        };
    }

    private static ResponseEntity<Object> unavailable(String sentence) {
        return Problem.of(HttpStatus.CONFLICT, "proof_unavailable", sentence).response();
    }
}
