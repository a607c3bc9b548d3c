package io.tiktoken.wallet.proof.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.wallet.anchor.Receipt;
import io.tiktoken.wallet.ledger.EntryKind;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.Seal;
import io.tiktoken.wallet.ledger.TransactionType;
import io.tiktoken.wallet.proof.ProveTransaction;
import io.tiktoken.wallet.proof.ProveTransaction.Outcome;
import io.tiktoken.wallet.proof.TransactionProof;
import io.tiktoken.wallet.web.Code;
import io.tiktoken.wallet.web.Refuses;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives people what they need to check one of their transactions by themselves. */
@RestController
@ForCustomers
@Tag(name = "Proof")
class TransactionProofController {

    private static final String HASH = "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a";

    /**
     * The proof of one transaction, for its owner.
     *
     * @param otherPostings of which only the digests are told
     * @param following the content digests of the entries after it, up to the head
     * @param head of the journal: the next one on record, or the newest while none is
     * @param receipt auth-service's signed word that the head is on record; absent while it is not
     */
    record View(
            EntryView entry,
            PostingView posting,
            List<OtherView> otherPostings,
            @Schema(example = HASH) String previousHash,
            @Schema(example = HASH) String hash,
            @ArraySchema(schema = @Schema(example = HASH)) List<String> following,
            HeadView head,

            @Schema(example = "eyJ0eXAiOiJKV1QifQ.eyJoZWlnaHQiOjF9.c2ln") @Nullable
            String receipt) {

        /** What both sides see of it. */
        record EntryView(
                int form,
                long sequence,
                UUID id,
                EntryKind kind,
                UUID reference,
                @Schema(example = "For lunch") String description,
                Instant createdAt) {}

        /** The owner's own part, and the salt that its digest needs. */
        record PostingView(
                long line,
                @Schema(example = HASH) String salt,

                @Schema(example = "wallet:019e0c2f-6f8a-7c31-9d52-0f6f3f0f7a11")
                String account,

                Money amount,
                Money balanceAfter,
                TransactionType type,
                @Schema(example = "bob (B•• T••)") @Nullable String counterparty) {}

        record OtherView(long line, @Schema(example = HASH) String digest) {}

        record HeadView(long height, @Schema(example = HASH) String hash) {}

        static View of(TransactionProof proof) {
            var entry = proof.entry();
            var posting = proof.posting();
            return new View(
                    new EntryView(
                            Seal.FORM,
                            entry.sequence(),
                            entry.id(),
                            entry.kind(),
                            entry.reference(),
                            entry.description(),
                            entry.recordedAt()),
                    new PostingView(
                            posting.line(),
                            posting.salt().hex(),
                            posting.account(),
                            posting.amount(),
                            posting.balanceAfter(),
                            posting.type(),
                            posting.counterparty()),
                    proof.others().stream()
                            .map(other ->
                                    new OtherView(other.line(), other.digest().hex()))
                            .toList(),
                    proof.previous().hex(),
                    proof.hash().hex(),
                    proof.following().stream().map(Hash::hex).toList(),
                    new HeadView(proof.head().height(), proof.head().hash().hex()),
                    signed(proof.receipt()));
        }

        private static @Nullable String signed(@Nullable Receipt receipt) {
            return receipt == null ? null : receipt.signed();
        }
    }

    private final ProveTransaction proveTransaction;

    TransactionProofController(ProveTransaction proveTransaction) {
        this.proveTransaction = proveTransaction;
    }

    @GetMapping("/api/wallet/transactions/{id}/proof")
    @Operation(
            summary = "Shows that a transaction is in the journal whose head is on record",
            description = "Another person's does not exist here. The README of wallet-service has the script that"
                    + " checks it; without a receipt while auth-service does not answer.")
    @ApiResponse(
            responseCode = "200",
            description = "The proof",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses({
        Code.PROVEN_TRANSACTION_NOT_FOUND,
        Code.FIRST_FORM_PROOF_UNAVAILABLE,
        Code.INTERRUPTED_PROOF_UNAVAILABLE,
        Code.TOO_FAR_PROOF_UNAVAILABLE
    })
    ResponseEntity<?> proof(Person person, @PathVariable UUID id) {
        return switch (proveTransaction.prove(id, new OwnerId(person.id()))) {
            case Outcome.Proven(var proof) -> ResponseEntity.ok(View.of(proof));
            case Outcome.Unknown() -> Code.PROVEN_TRANSACTION_NOT_FOUND.response();
            case Outcome.FirstForm() -> Code.FIRST_FORM_PROOF_UNAVAILABLE.response();
            case Outcome.Interrupted() -> Code.INTERRUPTED_PROOF_UNAVAILABLE.response();
            case Outcome.TooFar() -> Code.TOO_FAR_PROOF_UNAVAILABLE.response();
        };
    }
}
