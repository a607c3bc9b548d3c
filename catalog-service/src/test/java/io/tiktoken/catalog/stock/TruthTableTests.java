package io.tiktoken.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.catalog.stock.TruthTable.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table against a second opinion, which knows no states: it looks at what has happened so far. */
class TruthTableTests {

    private static final List<Command> COMMANDS =
            List.of(Command.RESERVE, Command.COMMIT, Command.RELEASE, Command.EXPIRE);
    private static final int LONGEST = 7;

    @Test
    void everySequenceOfUpToSevenCommandsEndsAsItsHistorySays() {
        var sequences = new int[1];

        eachSequence(new ArrayList<>(), ReservationState.NONE, (history, ruling) -> {
            sequences[0]++;
            var before = history.subList(0, history.size() - 1);
            assertThat(ruling).as(history.toString()).isEqualTo(expected(before, history.getLast()));
        });

        assertThat(sequences[0]).isEqualTo(21_844);
    }

    @Test
    void noSequenceTakesMoreOrPutsBackMoreThanItReserved() {
        eachSequence(new ArrayList<>(), ReservationState.NONE, (history, ruling) -> {
            var moves = new Moves();
            var state = ReservationState.NONE;
            for (var command : history) {
                var next = TruthTable.ruling(state, command).next();
                moves.count(state, next);
                state = next;
            }
            assertThat(moves.reserved).as(history.toString()).isEqualTo(state == ReservationState.RESERVED ? 1 : 0);
            assertThat(moves.sold).as(history.toString()).isEqualTo(state == ReservationState.COMMITTED ? 1 : 0);
        });
    }

    @ParameterizedTest(name = "{0}: {1} makes it {2} and is answered {3}")
    @CsvSource({
        "NONE,      RESERVE_BEYOND_STOCK,    REFUSED,   OUT_OF_STOCK",
        "REFUSED,   RESERVE,                 REFUSED,   OUT_OF_STOCK",
        "REFUSED,   RESERVE_BEYOND_STOCK,    REFUSED,   OUT_OF_STOCK",
        "REFUSED,   RESERVE_WITH_OTHER_BODY, REFUSED,   BODY_DIFFERS",
        "REFUSED,   COMMIT,                  REFUSED,   ALREADY_RELEASED",
        "REFUSED,   RELEASE,                 REFUSED,   DONE",
        "REFUSED,   EXPIRE,                  REFUSED,   DONE",
        "RESERVED,  RESERVE_WITH_OTHER_BODY, RESERVED,  BODY_DIFFERS",
        "COMMITTED, RESERVE_WITH_OTHER_BODY, COMMITTED, BODY_DIFFERS",
        "RELEASED,  RESERVE_WITH_OTHER_BODY, RELEASED,  ALREADY_RELEASED",
        "TOMBSTONE, RESERVE_WITH_OTHER_BODY, TOMBSTONE, ALREADY_RELEASED",
        "EXPIRED,   RESERVE_WITH_OTHER_BODY, EXPIRED,   EXPIRED",
        "RESERVED,  RESERVE_BEYOND_STOCK,    RESERVED,  DONE",
        "COMMITTED, RESERVE_BEYOND_STOCK,    COMMITTED, DONE",
        "TOMBSTONE, RESERVE_BEYOND_STOCK,    TOMBSTONE, ALREADY_RELEASED",
        "EXPIRED,   RESERVE_BEYOND_STOCK,    EXPIRED,   EXPIRED"
    })
    void refusalsAndOtherBodiesAreRuledToo(
            ReservationState state, Command command, ReservationState next, Answer answer) {
        assertThat(TruthTable.ruling(state, command)).isEqualTo(new Ruling(next, answer));
    }

    private static void eachSequence(
            List<Command> history, ReservationState state, BiConsumer<List<Command>, Ruling> check) {
        if (history.size() == LONGEST) {
            return;
        }
        for (var command : COMMANDS) {
            history.addLast(command);
            var ruling = TruthTable.ruling(state, command);
            check.accept(history, ruling);
            eachSequence(history, ruling.next(), check);
            history.removeLast();
        }
    }

    /**
     * The second opinion. Whichever of reserve and release came first decided what this is about; after a
     * reserve, whichever of commit, release and expire came next decided how it ended. All else is an echo.
     */
    private static Ruling expected(List<Command> before, Command command) {
        var opening = first(before, Command.RESERVE, Command.RELEASE);
        if (opening == null) {
            return switch (command) {
                case RESERVE -> new Ruling(ReservationState.RESERVED, Answer.DONE);
                case RELEASE -> new Ruling(ReservationState.TOMBSTONE, Answer.DONE);
                case COMMIT -> new Ruling(ReservationState.NONE, Answer.NOT_RESERVED);
                default -> new Ruling(ReservationState.NONE, Answer.DONE);
            };
        }
        if (opening == Command.RELEASE) {
            var tooLate = command == Command.RESERVE || command == Command.COMMIT;
            return new Ruling(ReservationState.TOMBSTONE, tooLate ? Answer.ALREADY_RELEASED : Answer.DONE);
        }
        var since = before.subList(before.indexOf(Command.RESERVE) + 1, before.size());
        var ending = first(since, Command.COMMIT, Command.RELEASE, Command.EXPIRE);
        return ending == null ? endingWith(command) : echoAfter(ending, command);
    }

    private static Ruling endingWith(Command command) {
        var next = switch (command) {
            case COMMIT -> ReservationState.COMMITTED;
            case RELEASE -> ReservationState.RELEASED;
            case EXPIRE -> ReservationState.EXPIRED;
            default -> ReservationState.RESERVED;
        };
        return new Ruling(next, Answer.DONE);
    }

    private static Ruling echoAfter(Command ending, Command command) {
        var isOver = ending != Command.COMMIT && (command == Command.RESERVE || command == Command.COMMIT);
        return switch (ending) {
            case COMMIT ->
                new Ruling(
                        ReservationState.COMMITTED,
                        command == Command.RELEASE ? Answer.ALREADY_COMMITTED : Answer.DONE);
            case RELEASE -> new Ruling(ReservationState.RELEASED, isOver ? Answer.ALREADY_RELEASED : Answer.DONE);
            default -> new Ruling(ReservationState.EXPIRED, isOver ? Answer.EXPIRED : Answer.DONE);
        };
    }

    private static Command first(List<Command> history, Command... ofThese) {
        return history.stream().filter(List.of(ofThese)::contains).findFirst().orElse(null);
    }

    /** Counts one reservation's effects as the stock has them. */
    private static final class Moves {

        int reserved;
        int sold;

        void count(ReservationState before, ReservationState after) {
            if (before != after) {
                switch (after) {
                    case RESERVED -> reserved++;
                    case COMMITTED -> {
                        reserved--;
                        sold++;
                    }
                    case RELEASED, EXPIRED -> reserved--;
                    case NONE, TOMBSTONE, REFUSED -> {}
                }
            }
        }
    }
}
