package io.tiktoken.auth.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.auth.FakePayments;
import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class EndApprovalsTests {

    @Autowired
    EndApprovals endApprovals;

    @Autowired
    Generations generations;

    @Autowired
    RenewalSettings settings;

    @Autowired
    FakePayments payments;

    @Autowired
    SingleWriter writer;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    UserId alice;

    @BeforeEach
    void registerAlice() {
        alice = people.someone().user().id();
    }

    @AfterEach
    void walletSpeaks() {
        payments.speakAgain();
    }

    @Test
    void aNewPersonsApprovalsAreOfTheVeryFirstGeneration() {
        assertThat(generations.of(alice)).isZero();
    }

    @Test
    void theNumberGrowsWithEveryRenewalWhateverTheClockSays() {
        next();
        var first = generations.of(alice);
        next();
        var sameMoment = generations.of(alice);
        clock.advance(Duration.ofDays(-400));
        next();
        var before = generations.of(alice);
        clock.advance(Duration.ofDays(401));
        next();
        var after = generations.of(alice);

        assertThat(first).isPositive().isLessThan(sameMoment);
        assertThat(sameMoment).isLessThan(before);
        assertThat(before).isLessThan(after);
    }

    @Test
    void isNotToldOfWhoRenewedNothing() {
        endApprovals.of(alice);

        assertThat(payments.oldestOf(alice)).isZero();
    }

    @Test
    void isToldOnce() {
        next();
        endApprovals.of(alice);

        assertThat(payments.oldestOf(alice)).isEqualTo(generations.of(alice));
        assertThat(generations.untold(alice)).isEmpty();
    }

    @Test
    void isToldAgainWhenItWasSilent() {
        payments.fallSilent();
        next();
        endApprovals.of(alice);
        endApprovals.resume();
        assertThat(generations.untold(alice)).isPresent();

        payments.speakAgain();
        endApprovals.resume();

        assertThat(payments.oldestOf(alice)).isEqualTo(generations.of(alice));
        assertThat(generations.untold(alice)).isEmpty();
    }

    @Test
    void isLeftAloneWhenTheApprovalsHaveExpiredByThemselves() {
        payments.fallSilent();
        next();
        endApprovals.of(alice);
        payments.speakAgain();

        clock.advance(settings.tellFor());
        endApprovals.resume();

        assertThat(payments.oldestOf(alice)).isZero();
    }

    @Test
    void isToldUntilTheVeryEnd() {
        payments.fallSilent();
        next();
        endApprovals.of(alice);
        payments.speakAgain();

        clock.advance(settings.tellFor().minusMillis(1));
        endApprovals.resume();

        assertThat(payments.oldestOf(alice)).isEqualTo(generations.of(alice));
    }

    @Test
    void aRenewalWhileAnEarlierOneIsToldStaysUntold() {
        next();
        var untold = generations.untold(alice).orElseThrow();
        next();

        writer.run(() -> generations.told(untold));

        assertThat(generations.untold(alice))
                .hasValueSatisfying(still -> assertThat(still.generation()).isEqualTo(generations.of(alice)));
    }

    @Test
    void isNeverToldInsideAWrite() {
        assertThatThrownBy(() -> writer.run(() -> endApprovals.of(alice))).isInstanceOf(IllegalStateException.class);
    }

    private void next() {
        writer.run(() -> generations.next(alice));
    }
}
