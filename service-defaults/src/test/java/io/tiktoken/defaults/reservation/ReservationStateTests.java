package io.tiktoken.defaults.reservation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.tiktoken.defaults.testing.ArchitectureRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table against a second opinion, which knows no states: it looks at what has happened so far. */
class ReservationStateTests {

    private static final int LONGEST = 7;
    /** Four commands in sequences of one to seven: 4 + 16 + … + 16,384. */
    private static final int ALL_SEQUENCES = 21_844;

    /** Breaks a rule on purpose, so that a rule which can no longer fail is noticed. */
    static class Stores {
        JdbcClient jdbc;
    }

    /** So that every sequence of commands can be tried in a moment. */
    @Test
    void theTableKnowsNothingButItself() {
        var rule = classes()
                .that()
                .resideInAPackage("io.tiktoken.defaults.reservation")
                .and()
                .doNotBelongToAnyOf(ReservationExpiry.class)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.tiktoken.defaults.reservation", "java.lang..", "org.jspecify.annotations");

        rule.check(ArchitectureRules.mainClasses("io.tiktoken.defaults.reservation"));
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(Stores.class))
                        .hasViolation())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"RESERVE", "RESERVE_UNAVAILABLE"})
    void everySequenceOfUpToSevenCommandsEndsAsItsHistorySays(Command reserve) {
        var sequences = new int[1];

        eachSequence(reserve, new ArrayList<>(), ReservationState.NONE, (history, ruling) -> {
            sequences[0]++;
            var before = history.subList(0, history.size() - 1);
            assertThat(ruling).as(history.toString()).isEqualTo(expected(before, history.getLast()));
        });

        assertThat(sequences[0]).isEqualTo(ALL_SEQUENCES);
    }

    @Test
    void noSequenceTakesMoreOrPutsBackMoreThanItReserved() {
        eachSequence(Command.RESERVE, new ArrayList<>(), ReservationState.NONE, (history, ruling) -> {
            var moves = new Moves();
            var state = ReservationState.NONE;
            for (var command : history) {
                var next = state.on(command).next();
                moves.count(state, next);
                state = next;
            }
            assertThat(moves.reserved).as(history.toString()).isEqualTo(state == ReservationState.RESERVED ? 1 : 0);
            assertThat(moves.sold).as(history.toString()).isEqualTo(state == ReservationState.COMMITTED ? 1 : 0);
        });
    }

    @ParameterizedTest(name = "{0}: {1} makes it {2} and is answered {3}")
    @CsvSource({
        "NONE,      RESERVE_UNAVAILABLE, REFUSED,   REFUSED",
        "REFUSED,   RESERVE,             REFUSED,   REFUSED",
        "REFUSED,   RESERVE_UNAVAILABLE, REFUSED,   REFUSED",
        "REFUSED,   RESERVE_OTHER_BODY,  REFUSED,   BODY_DIFFERS",
        "REFUSED,   COMMIT,              REFUSED,   ALREADY_RELEASED",
        "REFUSED,   RELEASE,             REFUSED,   DONE",
        "REFUSED,   EXPIRE,              REFUSED,   DONE",
        "RESERVED,  RESERVE_OTHER_BODY,  RESERVED,  BODY_DIFFERS",
        "COMMITTED, RESERVE_OTHER_BODY,  COMMITTED, BODY_DIFFERS",
        "RELEASED,  RESERVE_OTHER_BODY,  RELEASED,  ALREADY_RELEASED",
        "TOMBSTONE, RESERVE_OTHER_BODY,  TOMBSTONE, ALREADY_RELEASED",
        "EXPIRED,   RESERVE_OTHER_BODY,  EXPIRED,   EXPIRED",
        "RESERVED,  RESERVE_UNAVAILABLE, RESERVED,  DONE",
        "COMMITTED, RESERVE_UNAVAILABLE, COMMITTED, DONE",
        "TOMBSTONE, RESERVE_UNAVAILABLE, TOMBSTONE, ALREADY_RELEASED",
        "EXPIRED,   RESERVE_UNAVAILABLE, EXPIRED,   EXPIRED"
    })
    void refusalsAndOtherBodiesAreRuledToo(
            ReservationState state, Command command, ReservationState next, Answer answer) {
        assertThat(state.on(command)).isEqualTo(new Ruling(next, answer));
    }

    private static void eachSequence(
            Command reserve, List<Command> history, ReservationState state, BiConsumer<List<Command>, Ruling> check) {
        if (history.size() == LONGEST) {
            return;
        }
        for (var command : List.of(reserve, Command.COMMIT, Command.RELEASE, Command.EXPIRE)) {
            history.addLast(command);
            var ruling = state.on(command);
            check.accept(history, ruling);
            eachSequence(reserve, history, ruling.next(), check);
            history.removeLast();
        }
    }

    /**
     * The second opinion. Whichever of reserve and release came first decided what this is about; after a
     * reserve, whichever of commit, release and expire came next decided how it ended. All else is an echo.
     */
    private static Ruling expected(List<Command> before, Command command) {
        var opening = first(before, Command.RESERVE, Command.RESERVE_UNAVAILABLE, Command.RELEASE);
        if (opening == null) {
            return switch (command) {
                case RESERVE_UNAVAILABLE -> new Ruling(ReservationState.REFUSED, Answer.REFUSED);
                case RESERVE -> new Ruling(ReservationState.RESERVED, Answer.DONE);
                case RELEASE -> new Ruling(ReservationState.TOMBSTONE, Answer.DONE);
                case COMMIT -> new Ruling(ReservationState.NONE, Answer.NOT_RESERVED);
                default -> new Ruling(ReservationState.NONE, Answer.DONE);
            };
        }
        if (opening == Command.RELEASE) {
            var tooLate = command != Command.RELEASE && command != Command.EXPIRE;
            return new Ruling(ReservationState.TOMBSTONE, tooLate ? Answer.ALREADY_RELEASED : Answer.DONE);
        }
        if (opening == Command.RESERVE_UNAVAILABLE) {
            return new Ruling(ReservationState.REFUSED, refused(command));
        }
        var since = before.subList(before.indexOf(Command.RESERVE) + 1, before.size());
        var ending = first(since, Command.COMMIT, Command.RELEASE, Command.EXPIRE);
        return ending == null ? endingWith(command) : echoAfter(ending, command);
    }

    private static Answer refused(Command command) {
        return switch (command) {
            case RESERVE, RESERVE_UNAVAILABLE -> Answer.REFUSED;
            case COMMIT -> Answer.ALREADY_RELEASED;
            default -> Answer.DONE;
        };
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
