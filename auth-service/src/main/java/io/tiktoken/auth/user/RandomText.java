package io.tiktoken.auth.user;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;

/** Text that nobody can guess. */
public final class RandomText {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** 256 random bits, in letters that stand in headers, cookies and forms as they are. */
    public static String of256Bits() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** So many of these letters, each with the same probability. */
    public static String of(String letters, int count) {
        return RANDOM.ints(count, 0, letters.length())
                .mapToObj(letters::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
