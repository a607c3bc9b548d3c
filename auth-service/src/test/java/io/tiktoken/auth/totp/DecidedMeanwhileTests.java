package io.tiktoken.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.totp.CheckOtp.Outcome;
import io.tiktoken.auth.totp.Enrolled.Authenticator;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A code's try is counted, and something is decided before it is accepted: that wins. */
@VerbTest
class DecidedMeanwhileTests {

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
    void anAuthenticatorThatAnotherReplicaLocksStaysLocked() {
        var code = authenticator.code();

        var outcome = checkWhile(code, () -> {
            clock.advance(Authenticators.LONGEST_CHECK);
            guessElsewhere(4);
        });

        assertThat(outcome).isEqualTo(TOO_EARLY);
        assertThat(checkOtp.check(alice, Optional.of(code), People.CALLER)).isEqualTo(LOCKED);
    }

    @Test
    void wrongTriesAfterItAreNotForgottenByTheTryBefore() {
        var outcome = checkWhile(authenticator.code(), () -> {
            clock.advance(Authenticators.LONGEST_CHECK);
            guessElsewhere(2);
        });

        assertThat(outcome).isEqualTo(TOO_EARLY);
        assertThat(triesOf(alice)).isEqualTo(3);
    }

    @Test
    void aCodeOfAnAuthenticatorThatIsReplacedIsNoneOfTheNewOne() {
        var outcome = checkWhile(authenticator.code(), () -> {
            writer.run(() -> authenticators.remove(alice));
            enrolled.enrol(alice);
        });

        assertThat(outcome).isEqualTo(TOO_EARLY);
    }

    @Test
    void aCodeOfAnAuthenticatorThatIsRemovedIsNone() {
        var outcome = checkWhile(authenticator.code(), () -> writer.run(() -> authenticators.remove(alice)));

        assertThat(outcome).isEqualTo(TOO_EARLY);
    }

    @Test
    void whileOneIsCheckedAnotherReplicaCountsNothingAndSaysNothingOfALock() {
        var code = authenticator.code();

        var outcome = checkWhile(code, () -> {
            for (var i = 0; i < 10; i++) {
                assertThat(elsewhere(clock).check(alice, Optional.of(code), People.CALLER))
                        .isEqualTo(TOO_EARLY);
            }
        });

        assertThat(outcome).isEqualTo(new Outcome.Right());
    }

    @Test
    void twoRightCodesAtOnceAreBothLookedAt() {
        var first = authenticator.code();
        var second = Otp.typed(authenticator.phone().codeAt(clock.instant().plusSeconds(TimeSteps.SECONDS)));

        var early = new Outcome[1];
        var outcome =
                checkWhile(first, () -> early[0] = elsewhere(clock).check(alice, Optional.of(second), People.CALLER));

        assertThat(outcome).isEqualTo(new Outcome.Right());
        assertThat(early[0]).isEqualTo(TOO_EARLY);
        assertThat(checkOtp.check(alice, Optional.of(second), People.CALLER)).isEqualTo(new Outcome.Right());
    }

    private void guessElsewhere(int times) {
        for (var i = 0; i < times; i++) {
            elsewhere(clock).check(alice, Optional.of(authenticator.wrongCode()), People.CALLER);
        }
    }

    /** Checks in a replica that looks at its clock, as it compares, when this has happened. */
    private Outcome checkWhile(Otp otp, Runnable happens) {
        return elsewhere(new EventfulClock(clock, happens)).check(alice, Optional.of(otp), People.CALLER);
    }

    private CheckOtp elsewhere(Clock itsClock) {
        return new CheckOtp(authenticators, recoveryCodes, events, writer, itsClock);
    }

    private int triesOf(UserId user) {
        return jdbc.sql("SELECT tries FROM authenticators WHERE user_id = ?")
                .param(user.toString())
                .query(Integer.class)
                .single();
    }

    /** Something happens whenever somebody looks at it; the time is from before that. */
    static final class EventfulClock extends Clock {

        private final Clock clock;
        private final Runnable happens;

        EventfulClock(Clock clock, Runnable happens) {
            this.clock = clock;
            this.happens = happens;
        }

        @Override
        public Instant instant() {
            var now = clock.instant();
            happens.run();
            return now;
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
