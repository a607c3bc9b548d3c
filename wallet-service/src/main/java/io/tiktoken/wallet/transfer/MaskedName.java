package io.tiktoken.wallet.transfer;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/**
 * How the other side of a transfer sees a person: the username in full, because that is whom to pay back, and of
 * the display name as much as auth-service shows to strangers.
 */
public final class MaskedName {

    private static final int BULLETS = 3;

    private MaskedName() {}

    /** As in {@code alice (A••• L••)}. */
    public static String of(String username, String displayName) {
        return shown(
                username,
                Arrays.stream(displayName.split(" ")).map(MaskedName::mask).collect(joining(" ")));
    }

    /** As {@link #of}, with a display name that is masked already. */
    public static String shown(String username, String maskedName) {
        return "%s (%s)".formatted(username, maskedName);
    }

    private static String mask(String word) {
        if (word.isEmpty()) {
            return word;
        }
        var first = word.substring(0, word.offsetByCodePoints(0, 1));
        var others = word.codePointCount(first.length(), word.length());
        return first + "•".repeat(Math.min(others, BULLETS));
    }
}
