package io.tiktoken.fx.clients;

/** A provider answered, but with nothing that could be used. */
final class UnusableAnswerException extends RuntimeException {

    private final String what;
    private final boolean worthRepeating;

    UnusableAnswerException(String what) {
        this(what, false);
    }

    /** @param worthRepeating whether the same question may well get a better answer in a moment */
    UnusableAnswerException(String what, boolean worthRepeating) {
        super(what);
        this.what = what;
        this.worthRepeating = worthRepeating;
    }

    /** For the operator, in our own words. */
    String what() {
        return what;
    }

    boolean isWorthRepeating() {
        return worthRepeating;
    }
}
