package io.tiktoken.defaults.idempotency;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.text.CardNumbers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The {@code Idempotency-Key} header, bare or in quotes (a structured-field string, RFC 9651). */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    static final int LONGEST = 255;

    private IdempotencyKey() {}

    /**
     * What the caller chose, if they chose one.
     *
     * @throws ProblemException when it is too long, is not plain ASCII or looks like a card number
     */
    public static Optional<String> of(HttpServletRequest request) {
        var key = unquoted(request.getHeader(HEADER));
        if (key.length() > LONGEST || key.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw refused(
                    "idempotency_key_invalid",
                    "The Idempotency-Key must be at most %d printable ASCII characters".formatted(LONGEST));
        }
        CardNumbers.refuse(key);
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /** The caller used the key for something else before. */
    public static ProblemException reused() {
        return new ProblemException(Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency_key_reused",
                "This Idempotency-Key was used for another request; take a new one"));
    }

    /** Another request with the key has not been answered yet. */
    public static ProblemException inUse() {
        return new ProblemException(Problem.of(
                        HttpStatus.CONFLICT,
                        "idempotency_key_in_use",
                        "A request with this Idempotency-Key is still running; ask again for its answer")
                .retryAfterSeconds(1));
    }

    static ProblemException missing() {
        return refused("idempotency_key_missing", "Send an Idempotency-Key header, so that a repeat is harmless");
    }

    private static String unquoted(@Nullable String header) {
        var key = header == null ? "" : header.strip();
        var quoted = key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"");
        return quoted ? key.substring(1, key.length() - 1) : key;
    }

    private static ProblemException refused(String code, String sentence) {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, code, sentence));
    }
}
