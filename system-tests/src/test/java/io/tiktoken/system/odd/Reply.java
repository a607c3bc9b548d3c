package io.tiktoken.system.odd;

import java.util.Locale;
import java.util.Map;

/**
 * What came back, if anything.
 *
 * @param status 0 when the connection was closed without an answer, and -1 when nobody said anything in time
 * @param headers by their names in small letters
 */
record Reply(int status, Map<String, String> headers, String body) {

    static final Reply CLOSED = new Reply(0, Map.of(), "");
    static final Reply SILENCE = new Reply(-1, Map.of(), "");

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    String kind() {
        return switch (status) {
            case 0 -> "closed";
            case -1 -> "silence";
            default -> String.valueOf(status);
        };
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(kind(), headers, Escaped.text(body));
    }
}
