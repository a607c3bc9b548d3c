package io.tiktoken.catalog.stock;

import static io.tiktoken.catalog.stock.Answer.ALREADY_COMMITTED;
import static io.tiktoken.catalog.stock.Answer.ALREADY_RELEASED;
import static io.tiktoken.catalog.stock.Answer.BODY_DIFFERS;
import static io.tiktoken.catalog.stock.Answer.DONE;
import static io.tiktoken.catalog.stock.Answer.NOT_RESERVED;
import static io.tiktoken.catalog.stock.Answer.OUT_OF_STOCK;
import static io.tiktoken.catalog.stock.ReservationState.COMMITTED;
import static io.tiktoken.catalog.stock.ReservationState.EXPIRED;
import static io.tiktoken.catalog.stock.ReservationState.NONE;
import static io.tiktoken.catalog.stock.ReservationState.REFUSED;
import static io.tiktoken.catalog.stock.ReservationState.RELEASED;
import static io.tiktoken.catalog.stock.ReservationState.RESERVED;
import static io.tiktoken.catalog.stock.ReservationState.TOMBSTONE;

/**
 * Everything that can happen to a reservation, and nowhere else: for each state and each command, the
 * state that follows and the answer. It knows neither database nor clock.
 */
final class TruthTable {

    /** One cell of the table. */
    record Ruling(ReservationState next, Answer answer) {}

    private TruthTable() {}

    static Ruling ruling(ReservationState state, Command command) {
        return switch (state) {
            case NONE ->
                switch (command) {
                    case RESERVE, RESERVE_WITH_OTHER_BODY -> new Ruling(RESERVED, DONE);
                    case RESERVE_BEYOND_STOCK -> new Ruling(REFUSED, OUT_OF_STOCK);
                    case COMMIT -> new Ruling(NONE, NOT_RESERVED);
                    case RELEASE -> new Ruling(TOMBSTONE, DONE);
                    case EXPIRE -> new Ruling(NONE, DONE);
                };
            case RESERVED ->
                switch (command) {
                    case RESERVE, RESERVE_BEYOND_STOCK -> new Ruling(RESERVED, DONE);
                    case RESERVE_WITH_OTHER_BODY -> new Ruling(RESERVED, BODY_DIFFERS);
                    case COMMIT -> new Ruling(COMMITTED, DONE);
                    case RELEASE -> new Ruling(RELEASED, DONE);
                    case EXPIRE -> new Ruling(EXPIRED, DONE);
                };
            case COMMITTED ->
                switch (command) {
                    case RESERVE, RESERVE_BEYOND_STOCK, COMMIT, EXPIRE -> new Ruling(COMMITTED, DONE);
                    case RESERVE_WITH_OTHER_BODY -> new Ruling(COMMITTED, BODY_DIFFERS);
                    case RELEASE -> new Ruling(COMMITTED, ALREADY_COMMITTED);
                };
            case RELEASED, TOMBSTONE ->
                switch (command) {
                    case RESERVE, RESERVE_BEYOND_STOCK, RESERVE_WITH_OTHER_BODY, COMMIT ->
                        new Ruling(state, ALREADY_RELEASED);
                    case RELEASE, EXPIRE -> new Ruling(state, DONE);
                };
            case EXPIRED ->
                switch (command) {
                    case RESERVE, RESERVE_BEYOND_STOCK, RESERVE_WITH_OTHER_BODY, COMMIT ->
                        new Ruling(EXPIRED, Answer.EXPIRED);
                    case RELEASE, EXPIRE -> new Ruling(EXPIRED, DONE);
                };
            case REFUSED ->
                switch (command) {
                    case RESERVE, RESERVE_BEYOND_STOCK -> new Ruling(REFUSED, OUT_OF_STOCK);
                    case RESERVE_WITH_OTHER_BODY -> new Ruling(REFUSED, BODY_DIFFERS);
                    // Nothing is set aside here any more, just as after a release.
                    case COMMIT -> new Ruling(REFUSED, ALREADY_RELEASED);
                    case RELEASE, EXPIRE -> new Ruling(REFUSED, DONE);
                };
        };
    }
}
