package io.tiktoken.wallet.reservation;

import static io.tiktoken.wallet.reservation.Ruling.ALREADY_COMMITTED;
import static io.tiktoken.wallet.reservation.Ruling.ALREADY_RELEASED;
import static io.tiktoken.wallet.reservation.Ruling.AS_IT_STANDS;
import static io.tiktoken.wallet.reservation.Ruling.BODY_DIFFERS;
import static io.tiktoken.wallet.reservation.Ruling.COMMIT;
import static io.tiktoken.wallet.reservation.Ruling.EXPIRE;
import static io.tiktoken.wallet.reservation.Ruling.HAS_EXPIRED;
import static io.tiktoken.wallet.reservation.Ruling.LEAVE;
import static io.tiktoken.wallet.reservation.Ruling.NOT_RESERVED;
import static io.tiktoken.wallet.reservation.Ruling.RELEASE;
import static io.tiktoken.wallet.reservation.Ruling.REMEMBER_RELEASE;
import static io.tiktoken.wallet.reservation.Ruling.RESERVE;
import static io.tiktoken.wallet.reservation.Ruling.SAME_REFUSAL;

/**
 * The truth table of a reservation: for every state, what is done about a reserve with the same body, a
 * reserve with another body, a commit, a release, and the sweep that finds its time is up. A new state
 * does not compile until someone has decided all five.
 */
public enum ReservationState {
    /** Nobody has heard of it. */
    NONE(RESERVE, RESERVE, NOT_RESERVED, REMEMBER_RELEASE, LEAVE),
    /** The money is set aside. It may be committed even past its time, as long as the sweep has not come. */
    RESERVED(AS_IT_STANDS, BODY_DIFFERS, COMMIT, RELEASE, EXPIRE),
    /** The money is the payee's; only a refund brings it back. */
    COMMITTED(AS_IT_STANDS, BODY_DIFFERS, AS_IT_STANDS, ALREADY_COMMITTED, LEAVE),
    RELEASED(ALREADY_RELEASED, ALREADY_RELEASED, ALREADY_RELEASED, AS_IT_STANDS, LEAVE),
    /** Released before it was reserved: should the reserve still arrive, it must not set money aside for ever. */
    TOMBSTONE(ALREADY_RELEASED, ALREADY_RELEASED, ALREADY_RELEASED, AS_IT_STANDS, LEAVE),
    EXPIRED(HAS_EXPIRED, HAS_EXPIRED, HAS_EXPIRED, AS_IT_STANDS, LEAVE),
    /** There was not enough, and to this id there never will be. */
    REFUSED(SAME_REFUSAL, BODY_DIFFERS, ALREADY_RELEASED, AS_IT_STANDS, LEAVE);

    private final Ruling reserveSameBody;
    private final Ruling reserveOtherBody;
    private final Ruling commit;
    private final Ruling release;
    private final Ruling sweep;

    ReservationState(Ruling reserveSameBody, Ruling reserveOtherBody, Ruling commit, Ruling release, Ruling sweep) {
        this.reserveSameBody = reserveSameBody;
        this.reserveOtherBody = reserveOtherBody;
        this.commit = commit;
        this.release = release;
        this.sweep = sweep;
    }

    Ruling onReserve(boolean sameBody) {
        return sameBody ? reserveSameBody : reserveOtherBody;
    }

    Ruling onCommit() {
        return commit;
    }

    Ruling onRelease() {
        return release;
    }

    Ruling onSweep() {
        return sweep;
    }
}
