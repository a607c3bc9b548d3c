package io.tiktoken.wallet.ledger;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What makes a digest unguessable: without it, whoever sees the digest of a posting could try amounts and names until
 * one fits. Each entry has one, which nobody is shown; each of its postings has another made from that, which its owner
 * is shown.
 */
public record Salt(String hex) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    static Salt random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Salt(HexFormat.of().formatHex(bytes));
    }

    /** Nothing secret in a log. */
    @Override
    public String toString() {
        return "Salt[…]";
    }
}
