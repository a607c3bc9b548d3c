package io.tiktoken.order.purchase;

/** What can come back from a neighbour that was told to do something. */
public sealed interface Answer {

    /** A commit came too late: the reservation had run out, and nothing was committed. */
    String EXPIRED = "expired";

    /** A release came too late: the reservation had been committed, so it must be given back instead. */
    String ALREADY_COMMITTED = "already_committed";

    /** A refund was refused: the merchant's wallet does not hold so much just now. */
    String INSUFFICIENT_FUNDS = "insufficient_funds";

    /** It is done, now or already before. */
    record Yes() implements Answer {}

    /**
     * It is not done and never will be.
     *
     * @param code one that the contract lists for this command
     */
    record No(String code) implements Answer {}

    /**
     * It may or may not be done, so neither yes nor no would be true; the same command tells.
     *
     * @param why for the operator
     */
    record Unknown(String why) implements Answer {}

    /**
     * An answer that the contract does not know.
     *
     * @param what for the operator
     */
    record Unexpected(String what) implements Answer {}
}
