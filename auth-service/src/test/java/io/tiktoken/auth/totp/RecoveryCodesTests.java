package io.tiktoken.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.totp.CheckOtp.Outcome;
import io.tiktoken.auth.totp.Enrolled.Authenticator;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
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
class RecoveryCodesTests {

    static final Outcome RIGHT = new Outcome.Right();
    static final Outcome LOCKED = new Outcome.Refused(new OtpRefusal.Locked());

    @Autowired
    CheckOtp checkOtp;

    @Autowired
    Authenticators authenticators;

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
    void fiveWrongOnesLockItUntilARecoveryCodeOpensIt() {
        lock();
        assertThat(check(authenticator.code())).isEqualTo(LOCKED);
        clock.advance(Duration.ofDays(365));
        assertThat(check(authenticator.code())).isEqualTo(LOCKED);

        assertThat(check(authenticator.recoveryCode(0))).isEqualTo(RIGHT);

        assertThat(check(authenticator.code())).isEqualTo(RIGHT);
        assertThat(eventsOf(alice)).contains("OTP_WRONG", "RECOVERY_CODE_USED").containsOnlyOnce("OTP_LOCKED");
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverManyBringItAtOnce() throws Exception {
        var answers = atOnce(8, () -> check(authenticator.recoveryCode(0)));

        assertThat(answers.stream().filter(RIGHT::equals)).hasSize(1);
        assertThat(check(authenticator.recoveryCode(1))).isEqualTo(RIGHT);
    }

    @Test
    void wrongRecoveryCodesAreBoundedByTheHourAndLockNobodyOut() {
        var wrong = new Otp.Recovery(RecoveryCode.random());
        for (var left = 9; left >= 0; left--) {
            assertThat(check(wrong)).isEqualTo(wrong(left));
            clock.advance(Duration.ofMinutes(1));
        }

        var tooMany = new Outcome.Refused(new OtpRefusal.TooManyRecoveryCodes(Duration.ofMinutes(50)));
        assertThat(check(wrong)).isEqualTo(tooMany);
        assertThat(check(authenticator.recoveryCode(0))).isEqualTo(tooMany);
        assertThat(check(authenticator.code())).isEqualTo(RIGHT);

        clock.advance(Duration.ofMinutes(50));
        assertThat(check(authenticator.recoveryCode(0))).isEqualTo(RIGHT);
    }

    @Test
    void onceRemovedItIsForgottenWithItsRecoveryCodes() {
        assertThat(authenticators.isEnabled(alice)).isTrue();

        assertThat(writer.write(() -> authenticators.remove(alice))).isTrue();
        assertThat(writer.write(() -> authenticators.remove(alice))).isFalse();

        assertThat(authenticators.isEnabled(alice)).isFalse();
        assertThat(check(authenticator.recoveryCode(0))).isEqualTo(new Outcome.NotEnabled());
        assertThat(jdbc.sql("SELECT count(*) FROM recovery_codes WHERE user_id = ?")
                        .param(alice.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Outcome check(Otp otp) {
        return checkOtp.check(alice, Optional.of(otp), People.CALLER);
    }

    private void lock() {
        for (var left = 4; left >= 0; left--) {
            assertThat(check(authenticator.wrongCode())).isEqualTo(wrong(left));
        }
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

    private List<String> eventsOf(UserId user) {
        return jdbc.sql("SELECT kind FROM security_events WHERE subject = ?")
                .param(user.toString())
                .query(String.class)
                .list();
    }
}
