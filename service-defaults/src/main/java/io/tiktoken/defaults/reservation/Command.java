package io.tiktoken.defaults.reservation;

/** What may be asked of a reservation: the columns of the truth table. */
public enum Command {
    /** The first time, or again with the same body. */
    RESERVE,
    /** The same, at a moment when there is not enough to set aside. */
    RESERVE_UNAVAILABLE,
    /** With a body that differs from the first one. */
    RESERVE_OTHER_BODY,
    COMMIT,
    RELEASE,
    /** By the sweep, once its time is over. */
    EXPIRE
}
