package io.tiktoken.wallet.proof.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.security.ForAnyone;
import io.tiktoken.wallet.proof.FullCheck;
import io.tiktoken.wallet.proof.LatestProof;
import io.tiktoken.wallet.proof.Proof;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the proof to anyone: it names no one. */
@RestController
@ForAnyone
@Tag(name = "Proof", description = "That the ledger adds up, and that nothing in it was changed.")
class ProofController {

    /**
     * The proof as anyone may see it: it names no one.
     *
     * @param holds absent while nothing wrong was found and the first full check since the start has not ended
     * @param height how many entries the journal has
     * @param head the last entry's hash
     * @param anchor whether the journal still contains what auth-service has on record: {@code holds}, {@code broken},
     *     {@code none} before the first, {@code unknown} while auth-service does not answer
     * @param anchoredHeight of what is on record
     * @param checkedAt when what is new was read
     */
    record View(
            @Nullable Boolean holds,
            long height,

            @Schema(example = "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a")
            String head,

            Map<String, Long> sums,
            Balances balances,
            Reservations reservations,
            Chain chain,
            @Schema(example = "holds") String anchor,
            @Nullable Long anchoredHeight,
            Instant checkedAt,
            LastFullCheck fullCheck) {

        /** Whether accounts are what their postings make them, and by how much they are off. */
        record Balances(long checked, long mismatches, long drift) {}

        /** Whether open reservations are as they were made, and wallets show them. */
        record Reservations(long open, long amount, long mismatches) {}

        /** Whether all entries are what they were, and if not, the sequence number of the first that is not. */
        record Chain(boolean intact, @Nullable Long firstBad) {}

        /**
         * The last look at everything, from the first entry on; nothing but whether one is going on before the first.
         *
         * @param height how far it went
         * @param progress how far the one that is going on has come
         */
        record LastFullCheck(
                @Nullable Instant checkedAt,
                @Nullable Long height,
                @Nullable Boolean holds,
                boolean running,
                @Nullable Long progress) {

            static LastFullCheck of(@Nullable FullCheck ended, @Nullable FullCheck running) {
                var progress =
                        running == null ? null : running.findings().head().height();
                return ended == null
                        ? new LastFullCheck(null, null, null, running != null, progress)
                        : new LastFullCheck(
                                ended.endedAt(),
                                ended.findings().head().height(),
                                ended.failed() ? null : ended.holds(),
                                running != null,
                                progress);
            }
        }

        static View of(Proof proof) {
            var findings = proof.findings();
            var promises = proof.promises();
            return new View(
                    holds(proof),
                    findings.head().height(),
                    findings.head().hash().hex(),
                    findings.sums(),
                    new Balances(findings.accounts(), findings.wrongAccounts().count(), findings.drift()),
                    new Reservations(
                            promises.open(),
                            promises.amount(),
                            findings.wrongReserved().count() + promises.wrong().count()),
                    new Chain(findings.chainIsIntact(), findings.firstBad()),
                    proof.anchor().result().name().toLowerCase(Locale.ROOT),
                    proof.anchor().height(),
                    proof.checkedAt(),
                    LastFullCheck.of(proof.fullCheck(), proof.running()));
        }

        private static @Nullable Boolean holds(Proof proof) {
            return switch (proof.verdict()) {
                case HOLDS -> true;
                case BROKEN -> false;
                case NOT_YET -> null;
            };
        }
    }

    private final LatestProof latestProof;

    ProofController(LatestProof latestProof) {
        this.latestProof = latestProof;
    }

    @GetMapping("/api/ledger/proof")
    @Operation(
            summary = "Shows whether the ledger holds",
            description = "The last full check of it against itself, carried on to the newest entry.")
    @ApiResponse(responseCode = "200", description = "The proof")
    View proof() {
        return View.of(latestProof.get());
    }
}
