package io.tiktoken.wallet.reservation;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.reservation.Command;
import io.tiktoken.defaults.reservation.ReservationState;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.proof.ProveLedger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The verbs do on a real database what the table says, and the money follows. */
@VerbTest
class CommandSequenceTests {

    private static final List<Command> COMMANDS =
            List.of(Command.RESERVE, Command.COMMIT, Command.RELEASE, Command.EXPIRE);
    private static final int LONGEST = 4;

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    SettleReservation settleReservation;

    @Autowired
    ExpireReservations expireReservations;

    @Autowired
    ViewReservations viewReservations;

    @Autowired
    ProveLedger proveLedger;

    @Autowired
    TestWallets wallets;

    @Autowired
    SettableClock clock;

    @Test
    void everySequenceOfUpToFourCommandsLeavesTheMoneyWhereTheTableSays() {
        var sequences = IntStream.rangeClosed(1, LONGEST)
                .boxed()
                .flatMap(length -> sequencesOf(length).stream())
                .toList();
        assertThat(sequences).hasSize(340);

        sequences.forEach(this::runAndCompare);

        assertThat(proveLedger.prove().holds()).isTrue();
    }

    private void runAndCompare(List<Command> sequence) {
        var alice = wallets.someoneWith("10.00");
        var request = new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(alice),
                new OwnerId(UUID.randomUUID()),
                ttk("4.00"),
                new OrderId(UUID.randomUUID()),
                Duration.ofSeconds(1));
        var expected = ReservationState.NONE;
        for (var command : sequence) {
            expected = expected.on(command).next();
            run(command, request);
        }
        var found = viewReservations.one(request.id()).map(Reservation::state).orElse(ReservationState.NONE);
        assertThat(found).as("%s", sequence).isEqualTo(expected);
        var wallet = wallets.of(alice);
        assertThat(wallet.balance())
                .as("%s", sequence)
                .isEqualTo(expected == ReservationState.COMMITTED ? ttk("6.00") : ttk("10.00"));
        assertThat(wallet.reserved())
                .as("%s", sequence)
                .isEqualTo(expected == ReservationState.RESERVED ? ttk("4.00") : ttk("0.00"));
        settleReservation.release(request.id());
    }

    private static List<List<Command>> sequencesOf(int length) {
        if (length == 0) {
            return List.of(List.of());
        }
        return sequencesOf(length - 1).stream()
                .flatMap(shorter -> COMMANDS.stream()
                        .map(last ->
                                Stream.concat(shorter.stream(), Stream.of(last)).toList()))
                .toList();
    }

    private void run(Command command, ReserveFunds.Request request) {
        switch (command) {
            case RESERVE ->
                reserveFunds.reserve(
                        request, TestApprovals.of(request, clock.instant().plusSeconds(120)));
            case COMMIT -> settleReservation.commit(request.id());
            case RELEASE -> settleReservation.release(request.id());
            case EXPIRE -> {
                clock.advance(request.expiresIn());
                expireReservations.expire();
            }
            case RESERVE_UNAVAILABLE, RESERVE_OTHER_BODY -> throw new IllegalArgumentException("Not among " + COMMANDS);
        }
    }
}
