package io.tiktoken.system.odd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tiktoken.system.shop.Part;
import java.net.URI;

/**
 * One request as it is sent.
 *
 * @param index its place in the run of its seed, by which it is made alone: {@code -Dodd.only=}
 */
record OddRequest(int index, Part door, URI url, Sender.Kind sender, Draft draft, byte[] bytes) {

    boolean hasAnswerWithoutBody() {
        return line().startsWith("HEAD ");
    }

    /** Whether the request line has bytes that RFC 9112 allows in none, whatever the request's grade is. */
    boolean hasBrokenLine() {
        return line().chars().anyMatch(letter -> letter < ' ' || letter > '~');
    }

    private String line() {
        return new String(bytes, ISO_8859_1).lines().findFirst().orElse("");
    }

    /** Where errors are those of RFC 6749. */
    boolean isAboutTokens() {
        return draft.path.contains("/oauth2/");
    }

    /** Without the tokens in it, which are good for minutes. */
    String escaped() {
        return Escaped.text(new String(bytes, ISO_8859_1)
                .replaceAll("(?i)(Bearer |tiktoken_session=)[A-Za-z0-9_.-]{20,}", "$1(left out)"));
    }

    @Override
    public String toString() {
        return "#%d %s as %s at %s:%n    %s".formatted(index, draft.oddities(), sender, door.module(), escaped());
    }
}
