package io.tiktoken.order.purchase;

/** How far a purchase has come at least; each name says what is certain, and the next call follows from it. */
public enum Step {
    STARTED,
    STOCK_RESERVED,
    DECIDED,
    FUNDS_COMMITTED,
    PAID,
    UNDOING_FUNDS,
    REFUNDING_FUNDS,
    UNDOING_STOCK,
    RETURNING_STOCK,
    REFUSED,
    NEEDS_OPERATOR;

    /** Nothing has been decided yet, so the approval is still needed and everything can still be undone. */
    boolean isUndecided() {
        return this == STARTED || this == STOCK_RESERVED;
    }

    /** After a crash, the call that led here is made again and answered as before; so no write needs to remember it. */
    boolean mayBeForgotten() {
        return this == STOCK_RESERVED || this == FUNDS_COMMITTED;
    }

    /** Nothing moves by itself any more. */
    boolean isFinal() {
        return this == PAID || this == REFUSED || this == NEEDS_OPERATOR;
    }
}
