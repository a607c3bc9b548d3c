package io.tiktoken.wallet.ledger;

/**
 * The journal's last entry, which the next one is tied to.
 *
 * @param height the last entry's sequence number, which is also how many there are
 */
public record ChainHead(long height, Hash hash) {

    public static final ChainHead OF_AN_EMPTY_JOURNAL = new ChainHead(0, Hash.GENESIS);

    long nextSequence() {
        return height + 1;
    }
}
