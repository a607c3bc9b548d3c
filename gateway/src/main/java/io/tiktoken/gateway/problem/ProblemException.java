package io.tiktoken.gateway.problem;

/** Ends a request with a problem document. Ordinary business at a door, so it carries no stack trace. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.sentence(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
