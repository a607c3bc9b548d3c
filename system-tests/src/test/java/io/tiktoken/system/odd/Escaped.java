package io.tiktoken.system.odd;

import java.util.stream.Collectors;

/** Any bytes as text that a terminal shows as it is: their beginning, or all of them when one request is sent alone. */
final class Escaped {

    private static final int MOST_SHOWN = Integer.getInteger("odd.only", -1) >= 0 ? Integer.MAX_VALUE : 1_200;

    private Escaped() {}

    static String text(String bytes) {
        var shown = bytes.chars().limit(MOST_SHOWN).mapToObj(Escaped::letter).collect(Collectors.joining());
        return bytes.length() > MOST_SHOWN ? "%s (%d bytes in all)".formatted(shown, bytes.length()) : shown;
    }

    private static String letter(int c) {
        return switch (c) {
            case '\r' -> "\\r";
            case '\n' -> "\\n\n    ";
            default -> c < ' ' || c > '~' ? "\\x%02x".formatted(c) : Character.toString(c);
        };
    }
}
