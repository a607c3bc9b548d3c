package io.tiktoken.wallet.proof.web;

import io.tiktoken.wallet.proof.Proof;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proof as anyone may see it.
 *
 * @param height how many entries the journal has
 * @param head the last entry's hash
 * @param anchor whether the journal still contains what auth-service has on record: {@code holds}, {@code broken},
 *     {@code none} before the first, {@code unknown} while auth-service does not answer
 * @param anchoredHeight of what is on record
 */
record ProofView(
        boolean holds,
        long height,
        String head,
        Map<String, Long> sums,
        Proof.Balances balances,
        Proof.Reservations reservations,
        Chain chain,
        String anchor,
        @Nullable Long anchoredHeight,
        Instant checkedAt) {

    /** Whether all entries are what they were, and if not, the sequence number of the first that is not. */
    record Chain(boolean intact, @Nullable Long firstBad) {}

    static ProofView of(Proof proof) {
        return new ProofView(
                proof.holds(),
                proof.head().height(),
                proof.head().hash().hex(),
                proof.sums(),
                proof.balances(),
                proof.reservations(),
                new Chain(proof.chain().isIntact(), proof.chain().firstBad()),
                proof.anchor().result().name().toLowerCase(Locale.ROOT),
                proof.anchor().height(),
                proof.checkedAt());
    }
}
