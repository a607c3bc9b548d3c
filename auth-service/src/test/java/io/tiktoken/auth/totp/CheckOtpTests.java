package io.tiktoken.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.totp.CheckOtp.Outcome;
import io.tiktoken.auth.totp.Enrolled.Authenticator;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class CheckOtpTests {

    static final Outcome RIGHT = new Outcome.Right();
    static final Outcome TOO_EARLY = new Outcome.Refused(new OtpRefusal.TooEarly());
    static final Outcome LOCKED = new Outcome.Refused(new OtpRefusal.Locked());

    @Autowired
    CheckOtp checkOtp;

    @Autowired
    Authenticators authenticators;

    @Autowired
    RecoveryCodes recoveryCodes;

    @Autowired
    SecurityEvents events;

    @Autowired
    Enrolled enrolled;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    UserId alice;
    Authenticator authenticator;

    @BeforeEach
    void giveAliceAnAuthenticator() {
        alice = people.someone().user().id();
        authenticator = enrolled.enrol(alice);
    }

    @Test
    void whoHasNoAuthenticatorHasNothingToShow() {
        var bob = people.someone().user().id();

        assertThat(checkOtp.check(bob, Optional.empty(), People.CALLER)).isEqualTo(new Outcome.NotEnabled());
        assertThat(checkOtp.check(bob, Optional.of(authenticator.code()), People.CALLER))
                .isEqualTo(new Outcome.NotEnabled());
    }

    @Test
    void anAuthenticatorThatWasNeverConfirmedAsksForNothing() {
        var bob = people.someone().user().id();
        writer.run(() -> authenticators.enrol(bob, Seed.random()));

        assertThat(checkOtp.check(bob, Optional.empty(), People.CALLER)).isEqualTo(new Outcome.NotEnabled());
    }

    @Test
    void whoHasOneAndShowsNothingIsAskedForIt() {
        assertThat(checkOtp.check(alice, Optional.empty(), People.CALLER))
                .isEqualTo(new Outcome.Refused(new OtpRefusal.Required()));
        assertThat(triesOf(alice)).isZero();
    }

    @Test
    void aCodeWorksOnceAndNoEarlierOneAfterIt() {
        var before = authenticator.phone().codeAt(clock.instant());
        clock.advance(Duration.ofSeconds(30));
        var now = authenticator.code();

        assertThat(check(now)).isEqualTo(RIGHT);

        assertThat(check(now)).isEqualTo(wrong(5));
        assertThat(check(Otp.typed(before))).isEqualTo(wrong(5));
        clock.advance(Duration.ofSeconds(30));
        assertThat(check(authenticator.code())).isEqualTo(RIGHT);
    }

    @Test
    void theCodeThatConfirmedTheAuthenticatorIsUsedUp() {
        var confirming = authenticator.phone().codeAt(clock.instant().minusSeconds(30));

        assertThat(check(Otp.typed(confirming))).isEqualTo(wrong(5));
    }

    @Test
    void theSameCodeThirtyTwoTimesAtOnceIsAcceptedOnce() throws Exception {
        var answers = atOnce(32, () -> check(authenticator.code()));

        assertThat(answers.stream().filter(RIGHT::equals)).hasSize(1);
        clock.advance(Duration.ofSeconds(30));
        assertThat(check(authenticator.code())).isEqualTo(RIGHT);
    }

    @Test
    void aUsedCodeIsRefusedWithoutCostingATryHoweverOftenItComes() {
        var code = authenticator.code();
        assertThat(check(code)).isEqualTo(RIGHT);
        assertThat(check(authenticator.wrongCode())).isEqualTo(wrong(4));

        for (var i = 0; i < 6; i++) {
            assertThat(check(code)).isEqualTo(wrong(4));
        }

        assertThat(check(authenticator.wrongCode())).isEqualTo(wrong(3));
    }

    @Test
    void twoHundredGuessesAtOnceAreStillFive() throws Exception {
        var answers = atOnce(200, () -> check(authenticator.wrongCode()));

        assertThat(answers.stream().filter(answer -> !answer.equals(LOCKED) && !answer.equals(TOO_EARLY)))
                .containsExactlyInAnyOrder(wrong(4), wrong(3), wrong(2), wrong(1), wrong(0));
        assertThat(check(authenticator.code())).isEqualTo(LOCKED);
    }

    @Test
    void fourWrongOnesLeaveTheRightOneItsChanceAndAreForgottenThen() {
        for (var round = 0; round < 3; round++) {
            for (var left = 4; left > 0; left--) {
                assertThat(check(authenticator.wrongCode())).isEqualTo(wrong(left));
            }
            assertThat(check(authenticator.code())).isEqualTo(RIGHT);
            clock.advance(Duration.ofSeconds(30));
        }
    }

    @Test
    void itRefusesToCountInsideATransactionWhichCouldTakeTheCountBack() {
        assertThatThrownBy(() -> writer.write(() -> check(authenticator.code())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTryIsOnTheDiskBeforeAnythingIsCompared() {
        var dying = new CheckOtp(authenticators, recoveryCodes, events, writer, new PulledPlug());

        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(() -> dying.check(alice, Optional.of(authenticator.code()), People.CALLER))
                    .hasMessage("the plug was pulled");
            clock.advance(Authenticators.LONGEST_CHECK);
        }

        assertThat(check(authenticator.code())).isEqualTo(LOCKED);
    }

    private Outcome check(Otp otp) {
        return checkOtp.check(alice, Optional.of(otp), People.CALLER);
    }

    private static Outcome wrong(int left) {
        return new Outcome.Refused(new OtpRefusal.Incorrect(left));
    }

    private static List<Outcome> atOnce(int times, Callable<Outcome> call) throws InterruptedException {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            return crowd.invokeAll(Collections.nCopies(times, call)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
    }

    private int triesOf(UserId user) {
        return jdbc.sql("SELECT tries FROM authenticators WHERE user_id = ?")
                .param(user.toString())
                .query(Integer.class)
                .single();
    }

    /** A clock that dies when it is asked, which is when a code is compared. */
    static class PulledPlug extends Clock {

        @Override
        public Instant instant() {
            throw new IllegalStateException("the plug was pulled");
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
