package io.tiktoken.defaults.database;

import java.util.function.Supplier;

/**
 * What became of a compare-and-set: of a statement that names one row by its key, and the state in which alone that
 * row may be written.
 */
public enum GuardedUpdate {
    /** The row was as expected, and is changed. */
    CHANGED,
    /** The row is no longer as expected, or was never there; nothing is changed. */
    STALE;

    /**
     * Reads the answer off a statement that has run.
     *
     * @param rows the statement's update count
     * @throws IllegalStateException when it is neither 0 nor 1; thrown inside a write, it undoes what was changed
     */
    public static GuardedUpdate of(int rows) {
        return switch (rows) {
            case 0 -> STALE;
            case 1 -> CHANGED;
            default ->
                throw new IllegalStateException(
                        "A guarded update changed %d rows: its WHERE names no unique key, so it has written to rows that nobody looked at"
                                .formatted(rows));
        };
    }

    /** For whoever has ruled on a row that cannot have changed in between, or must not go on if it has. */
    public void orElseThrow(Supplier<? extends RuntimeException> stale) {
        if (this == STALE) {
            throw stale.get();
        }
    }
}
