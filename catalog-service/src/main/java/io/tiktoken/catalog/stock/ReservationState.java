package io.tiktoken.catalog.stock;

/** Where a reservation stands. What may follow is in the {@link TruthTable}. */
public enum ReservationState {
    /** No command with this id has been stored. */
    NONE,
    /** The stock is set aside. */
    RESERVED,
    /** The stock has left the shelf. */
    COMMITTED,
    /** The stock went back because the caller gave it up. */
    RELEASED,
    /** It was released before it was reserved; the reserve, should it still arrive, comes too late. */
    TOMBSTONE,
    /** The stock went back because nobody came for it in time. */
    EXPIRED,
    /** There was not enough, and for this reservation there never will be. */
    REFUSED
}
