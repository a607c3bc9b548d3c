package io.tiktoken.system.odd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tiktoken.system.shop.Part;
import java.net.URI;
import java.util.stream.Collectors;

/**
 * One request as it is sent.
 *
 * @param index its place in the run of its seed, by which it is made alone: {@code -Dodd.only=}
 */
record OddRequest(int index, Part door, URI url, Sender.Kind sender, Draft draft, byte[] bytes) {

    private static final int MOST_SHOWN = 1_500;

    boolean hasAnswerWithoutBody() {
        return draft.raw.length == 0 && draft.method.equals("HEAD");
    }

    boolean asksForAToken() {
        return draft.path.contains("/oauth2/token");
    }

    String escaped() {
        var text = new String(bytes, ISO_8859_1);
        var shown = text.substring(0, Math.min(text.length(), MOST_SHOWN))
                .replaceAll("(?i)(Bearer |tiktoken_session=)[A-Za-z0-9_.-]{20,}", "$1…")
                .chars()
                .mapToObj(OddRequest::escaped)
                .collect(Collectors.joining());
        return text.length() > MOST_SHOWN ? "%s… (%d bytes)".formatted(shown, text.length()) : shown;
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\r' -> "\\r";
            case '\n' -> "\\n\n    ";
            case '\u2026' -> "…";
            default -> c < ' ' || c > '~' ? "\\x%02x".formatted(c) : Character.toString(c);
        };
    }

    @Override
    public String toString() {
        return "#%d %s as %s at %s:%n    %s".formatted(index, draft.oddities(), sender, door.module(), escaped());
    }
}
