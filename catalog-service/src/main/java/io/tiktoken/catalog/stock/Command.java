package io.tiktoken.catalog.stock;

/** What may be asked of a reservation: the columns of the {@link TruthTable}. */
enum Command {
    /** The first time, or again with the same body. */
    RESERVE,
    /** The same, at a moment when the shelf does not hold enough. */
    RESERVE_BEYOND_STOCK,
    /** With a body that differs from the first one. */
    RESERVE_WITH_OTHER_BODY,
    COMMIT,
    RELEASE,
    /** By the sweep, once its time is over. */
    EXPIRE
}
