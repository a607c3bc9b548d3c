package io.tiktoken.defaults.problem;

import org.springframework.http.HttpStatus;

/**
 * Ends a request with a problem document; for guards where a value would have to be handed through many hands. Ordinary
 * business, so it carries no stack trace.
 */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.sentence(), null, false, false);
        this.problem = problem;
    }

    public static ProblemException notFound(String sentence) {
        return new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "not_found", sentence));
    }

    public Problem problem() {
        return problem;
    }
}
