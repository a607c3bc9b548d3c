package io.tiktoken.auth.shownonce;

/** Keeps what a verb is about to show once, for the case that it gets lost on the way. */
@FunctionalInterface
public interface Keep<T> {

    /**
     * Keeps it. Called in the write that makes the secret, and last in it: what that write records in the audit makes
     * earlier answers stale.
     *
     * @param subject whose secret it is, as the audit calls them
     */
    void keep(String subject, T shown);

    /** For whoever did not say how a repeat would be recognized. */
    static <T> Keep<T> nothing() {
        return (_, _) -> {};
    }
}
