package io.tiktoken.wallet.reservation;

import java.util.Optional;

/** What the truth table says is to be done: five things change a reservation, the others are answers. */
enum Ruling {
    /** Set the money aside, or remember for ever that there was not enough. */
    RESERVE,
    /** Make the money the payee's. */
    COMMIT,
    /** Make the money available again, because the purchase fell through. */
    RELEASE,
    /** Make the money available again, because nobody came back for it. */
    EXPIRE,
    /** Note that the reserve which this release overtook comes too late. */
    REMEMBER_RELEASE,

    /** The command has been done before. */
    AS_IT_STANDS,
    SAME_REFUSAL,
    BODY_DIFFERS,
    NOT_RESERVED,
    ALREADY_RELEASED,
    ALREADY_COMMITTED,
    HAS_EXPIRED,
    /** The sweep has nothing to do here. */
    LEAVE;

    /** The state that it leads to, given whether there is enough money; nothing when it changes none. */
    Optional<ReservationState> leadsTo(boolean enough) {
        return switch (this) {
            case RESERVE -> Optional.of(enough ? ReservationState.RESERVED : ReservationState.REFUSED);
            case COMMIT -> Optional.of(ReservationState.COMMITTED);
            case RELEASE -> Optional.of(ReservationState.RELEASED);
            case EXPIRE -> Optional.of(ReservationState.EXPIRED);
            case REMEMBER_RELEASE -> Optional.of(ReservationState.TOMBSTONE);
            case AS_IT_STANDS,
                    SAME_REFUSAL,
                    BODY_DIFFERS,
                    NOT_RESERVED,
                    ALREADY_RELEASED,
                    ALREADY_COMMITTED,
                    HAS_EXPIRED,
                    LEAVE -> Optional.empty();
        };
    }
}
