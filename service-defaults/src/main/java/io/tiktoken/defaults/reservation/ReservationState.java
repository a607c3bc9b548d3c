package io.tiktoken.defaults.reservation;

import static io.tiktoken.defaults.reservation.Answer.ALREADY_COMMITTED;
import static io.tiktoken.defaults.reservation.Answer.ALREADY_RELEASED;
import static io.tiktoken.defaults.reservation.Answer.BODY_DIFFERS;
import static io.tiktoken.defaults.reservation.Answer.DONE;
import static io.tiktoken.defaults.reservation.Answer.NOT_RESERVED;

/**
 * Where a reservation stands, which is something set aside under an id of the caller's: the rows of the truth table.
 * The table knows neither database nor clock; the service carries out what it rules.
 */
public enum ReservationState {
    /** No command with this id has been stored. */
    NONE,
    /** Set aside. It may be committed even past its time, as long as the sweep has not come. */
    RESERVED,
    /** Taken for good; only a refund or a return brings it back. */
    COMMITTED,
    /** Given up by the caller. */
    RELEASED,
    /** Released before it was reserved: should the reserve still arrive, it must not set anything aside for ever. */
    TOMBSTONE,
    /** Given up because nobody came for it in time. */
    EXPIRED,
    /** There was not enough, and for this id there never will be. */
    REFUSED;

    /** What this command makes of it, and how it is answered. */
    public Ruling on(Command command) {
        return switch (this) {
            case NONE ->
                switch (command) {
                    case RESERVE, RESERVE_OTHER_BODY -> become(RESERVED);
                    case RESERVE_UNAVAILABLE -> new Ruling(REFUSED, Answer.REFUSED);
                    case COMMIT -> stay(NOT_RESERVED);
                    case RELEASE -> become(TOMBSTONE);
                    case EXPIRE -> stay(DONE);
                };
            case RESERVED ->
                switch (command) {
                    case RESERVE, RESERVE_UNAVAILABLE -> stay(DONE);
                    case RESERVE_OTHER_BODY -> stay(BODY_DIFFERS);
                    case COMMIT -> become(COMMITTED);
                    case RELEASE -> become(RELEASED);
                    case EXPIRE -> become(EXPIRED);
                };
            case COMMITTED ->
                switch (command) {
                    case RESERVE, RESERVE_UNAVAILABLE, COMMIT, EXPIRE -> stay(DONE);
                    case RESERVE_OTHER_BODY -> stay(BODY_DIFFERS);
                    case RELEASE -> stay(ALREADY_COMMITTED);
                };
            case RELEASED, TOMBSTONE -> over(command, ALREADY_RELEASED);
            case EXPIRED -> over(command, Answer.EXPIRED);
            case REFUSED ->
                switch (command) {
                    case RESERVE, RESERVE_UNAVAILABLE -> stay(Answer.REFUSED);
                    case RESERVE_OTHER_BODY -> stay(BODY_DIFFERS);
                    // Nothing is set aside here any more, just as after a release.
                    case COMMIT -> stay(ALREADY_RELEASED);
                    case RELEASE, EXPIRE -> stay(DONE);
                };
        };
    }

    private Ruling over(Command command, Answer tooLate) {
        return switch (command) {
            case RESERVE, RESERVE_UNAVAILABLE, RESERVE_OTHER_BODY, COMMIT -> stay(tooLate);
            case RELEASE, EXPIRE -> stay(DONE);
        };
    }

    private Ruling stay(Answer answer) {
        return new Ruling(this, answer);
    }

    private static Ruling become(ReservationState next) {
        return new Ruling(next, DONE);
    }
}
