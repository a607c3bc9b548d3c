package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.ledger.ChainHead;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the journal and the accounts came to when they were reckoned anew.
 *
 * @param head the journal as far as it was read
 * @param sums of all postings, per currency; each must be zero
 * @param firstBad the sequence number of the first entry that is not what it was; null when all are
 * @param accounts how many were checked
 * @param wrongAccounts those that are not what their postings make them
 * @param drift by how much their balances are off, all in all
 * @param wrongReserved those that show as reserved what is not reserved
 */
public record Findings(
        ChainHead head,
        Map<String, Long> sums,
        @Nullable Long firstBad,
        long accounts,
        Places wrongAccounts,
        long drift,
        Places wrongReserved) {

    public boolean chainIsIntact() {
        return firstBad == null;
    }

    boolean isSound() {
        return chainIsIntact()
                && sums.values().stream().allMatch(sum -> sum == 0)
                && wrongAccounts.none()
                && wrongReserved.none();
    }
}
