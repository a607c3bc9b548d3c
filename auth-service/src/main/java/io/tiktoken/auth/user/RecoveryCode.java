package io.tiktoken.auth.user;

import io.tiktoken.defaults.crypto.Sha256;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is kept on paper and stands in once for a lost password or authenticator: a hundred random bits, such
 * as {@code K7QM2-X0D4V-93TRN-HB8WS}. With so many, a fast hash is safe.
 */
public record RecoveryCode(String text) {

    /** Crockford's base 32: no letter that is mistaken for a digit when it is copied by hand. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUPS = 4;
    private static final int LETTERS_PER_GROUP = 5;

    public static RecoveryCode random() {
        return new RecoveryCode(Stream.generate(() -> RandomText.of(LETTERS, LETTERS_PER_GROUP))
                .limit(GROUPS)
                .collect(Collectors.joining("-")));
    }

    /** The same however it was copied: hyphens, spaces and case do not count, and O is 0, I and L are 1. */
    public byte[] hashFor(UserId user) {
        var letters = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Sha256.of(user + "/" + letters).bytes();
    }

    @Override
    public String toString() {
        return "RecoveryCode[not shown]";
    }
}
