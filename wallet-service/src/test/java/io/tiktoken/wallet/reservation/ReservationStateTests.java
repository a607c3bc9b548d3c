package io.tiktoken.wallet.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The state machine against the published table, which stands here a second time, written down by hand. */
class ReservationStateTests {

    private static final int LONGEST = 7;

    /** Four commands in sequences of one to seven: 4 + 16 + … + 16,384. */
    private static final int ALL_SEQUENCES = 21_844;

    enum Command {
        RESERVE,
        COMMIT,
        RELEASE,
        EXPIRE
    }

    /** For each state the answers to reserve, commit, release and expire, each as {@code answer>next state}. */
    private static final Map<String, List<String>> TABLE = Map.of(
            "none", List.of("200>RESERVED", "404 not_reserved>none", "200>TOMBSTONE", "->none"),
            "RESERVED", List.of("200>RESERVED", "200>COMMITTED", "200>RELEASED", "->EXPIRED"),
            "COMMITTED", List.of("200>COMMITTED", "200>COMMITTED", "409 already_committed>COMMITTED", "->COMMITTED"),
            "RELEASED",
                    List.of(
                            "409 already_released>RELEASED",
                            "409 already_released>RELEASED",
                            "200>RELEASED",
                            "->RELEASED"),
            "TOMBSTONE",
                    List.of(
                            "409 already_released>TOMBSTONE",
                            "409 already_released>TOMBSTONE",
                            "200>TOMBSTONE",
                            "->TOMBSTONE"),
            "EXPIRED", List.of("409 expired>EXPIRED", "409 expired>EXPIRED", "200>EXPIRED", "->EXPIRED"),
            "REFUSED", List.of("402>REFUSED", "409 already_released>REFUSED", "200>REFUSED", "->REFUSED"));

    @ParameterizedTest(name = "with enough money: {0}")
    @ValueSource(booleans = {true, false})
    void allSequencesOfCommandsAgreeWithTheTable(boolean enough) {
        var tried = 0;
        for (var length = 1; length <= LONGEST; length++) {
            for (var sequence : sequencesOf(length)) {
                assertThat(run(sequence, enough)).as("%s", sequence).isEqualTo(expected(sequence, enough));
                tried++;
            }
        }
        assertThat(tried).isEqualTo(ALL_SEQUENCES);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReservationState.class,
            names = {"RESERVED", "COMMITTED", "REFUSED"})
    void anotherBodyUnderAKnownIdIsRefused(ReservationState state) {
        assertThat(state.onReserve(false)).isEqualTo(Ruling.BODY_DIFFERS);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReservationState.class,
            names = {"RELEASED", "TOMBSTONE", "EXPIRED"})
    void whatHasEndedIsAnsweredAlikeWhateverTheBody(ReservationState state) {
        assertThat(state.onReserve(false)).isEqualTo(state.onReserve(true));
    }

    @Test
    void aRulingThatIsOnlyAnAnswerLeadsNowhere() {
        assertThat(Stream.of(Ruling.values())
                        .filter(ruling -> ruling.leadsTo(true).isPresent()))
                .containsExactly(Ruling.RESERVE, Ruling.COMMIT, Ruling.RELEASE, Ruling.EXPIRE, Ruling.REMEMBER_RELEASE);
    }

    private static List<String> run(List<Command> sequence, boolean enough) {
        var state = ReservationState.NONE;
        var answers = new ArrayList<String>();
        for (var command : sequence) {
            var ruling = switch (command) {
                case RESERVE -> state.onReserve(true);
                case COMMIT -> state.onCommit();
                case RELEASE -> state.onRelease();
                case EXPIRE -> state.onSweep();
            };
            state = ruling.leadsTo(enough).orElse(state);
            answers.add(answer(ruling, state) + ">" + (state == ReservationState.NONE ? "none" : state.name()));
        }
        return answers;
    }

    private static String answer(Ruling ruling, ReservationState after) {
        return switch (ruling) {
            case RESERVE -> after == ReservationState.REFUSED ? "402" : "200";
            case COMMIT, RELEASE, REMEMBER_RELEASE, AS_IT_STANDS -> "200";
            case EXPIRE, LEAVE -> "-";
            case SAME_REFUSAL -> "402";
            case BODY_DIFFERS -> "422";
            case NOT_RESERVED -> "404 not_reserved";
            case ALREADY_RELEASED -> "409 already_released";
            case ALREADY_COMMITTED -> "409 already_committed";
            case HAS_EXPIRED -> "409 expired";
        };
    }

    private static List<String> expected(List<Command> sequence, boolean enough) {
        var state = "none";
        var answers = new ArrayList<String>();
        for (var command : sequence) {
            var cell = TABLE.get(state).get(command.ordinal());
            if (state.equals("none") && command == Command.RESERVE && !enough) {
                cell = "402>REFUSED";
            }
            state = cell.substring(cell.indexOf('>') + 1);
            answers.add(cell);
        }
        return answers;
    }

    static List<List<Command>> sequencesOf(int length) {
        if (length == 0) {
            return List.of(List.of());
        }
        return sequencesOf(length - 1).stream()
                .flatMap(shorter -> Stream.of(Command.values())
                        .map(last ->
                                Stream.concat(shorter.stream(), Stream.of(last)).toList()))
                .toList();
    }
}
