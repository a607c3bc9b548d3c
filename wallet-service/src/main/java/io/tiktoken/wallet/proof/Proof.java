package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.anchor.AnchorState;
import io.tiktoken.wallet.ledger.ChainHead;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger looks like when everything that can be computed from it is computed anew.
 *
 * @param head the journal as far as it was read
 * @param sums of all postings, per currency; each must be zero
 * @param anchor whether it still contains what was put on record elsewhere
 * @param checkedAt when the reading began
 */
public record Proof(
        ChainHead head,
        Map<String, Long> sums,
        Chain chain,
        Balances balances,
        Reservations reservations,
        AnchorState anchor,
        Instant checkedAt) {

    /** Whether all entries are what they were, and if not, the sequence number of the first that is not. */
    public record Chain(@Nullable Long firstBad) {

        public boolean isIntact() {
            return firstBad == null;
        }
    }

    /**
     * Whether what is stored as balance is what the postings come to.
     *
     * @param checked how many accounts there are
     */
    public record Balances(long checked, long mismatches) {}

    /**
     * Whether what wallets show as reserved is what is open.
     *
     * @param open how many reservations are open
     */
    public record Reservations(long open, long mismatches) {}

    public boolean holds() {
        return chain.isIntact()
                && sums.values().stream().allMatch(sum -> sum == 0)
                && balances.mismatches() == 0
                && reservations.mismatches() == 0
                && !anchor.isBroken();
    }
}
