package io.tiktoken.defaults.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A refusal that clients can rely on. Each service lists its own in one enum {@code Code}, and names on each handler, in an
 * annotation whose {@code value} is an array of them, those that it may answer with: its API document follows from that.
 */
public interface ProblemCode {

    /** The constant's. */
    String name();

    HttpStatus status();

    /** Tells the reader what happened and, where it helps, what to do. What differs from case to case is a {@code %s}. */
    String sentence();

    /** Stable, in snake case, such as {@code insufficient_funds}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a client is told.
     *
     * @param words one for each {@code %s} of the sentence
     */
    default Problem problem(Object... words) {
        return Problem.of(status(), code(), sentence().formatted(words));
    }

    /** For where there is nothing to answer with, such as in the middle of a stream. */
    default ProblemException exception() {
        return new ProblemException(problem());
    }

    /** For a refusal that needs no more than its sentence. */
    default ResponseEntity<Object> response(Object... words) {
        return problem(words).response();
    }
}
