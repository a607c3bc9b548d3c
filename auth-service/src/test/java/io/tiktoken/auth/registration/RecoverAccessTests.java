package io.tiktoken.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.People;
import io.tiktoken.auth.Standing;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.registration.RecoverAccess.Outcome;
import io.tiktoken.auth.registration.RegisterUser.Outcome.Registered;
import io.tiktoken.auth.session.ExchangeSession;
import io.tiktoken.auth.session.LogIn;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class RecoverAccessTests {

    static final String NEW_PASSWORD = "another good password";

    @Autowired
    RecoverAccess recoverAccess;

    @Autowired
    LogIn logIn;

    @Autowired
    ExchangeSession exchangeSession;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SingleWriter writer;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    @Test
    void theCodeSetsANewPasswordAndEndsAllSessions() {
        var alice = people.someone();
        var handle = ((LogIn.Outcome.LoggedIn) logIn(alice, People.PASSWORD)).handle();

        assertThat(recover(alice, alice.recoveryCode(), NEW_PASSWORD)).isInstanceOf(Outcome.Recovered.class);

        assertThat(logIn(alice, NEW_PASSWORD)).isInstanceOf(LogIn.Outcome.LoggedIn.class);
        assertThat(logIn(alice, People.PASSWORD)).isEqualTo(new LogIn.Outcome.Refused());
        assertThat(exchangeSession.exchange(handle)).isEqualTo(new ExchangeSession.Outcome.SessionUnknown());
    }

    @Test
    void aCodeWorksOnceAndTheNextOneAfterIt() {
        var alice = people.someone();
        var next = ((Outcome.Recovered) recover(alice, alice.recoveryCode(), NEW_PASSWORD)).nextCode();

        assertThat(recover(alice, alice.recoveryCode(), NEW_PASSWORD)).isEqualTo(new Outcome.Refused());
        assertThat(recover(alice, next, NEW_PASSWORD)).isInstanceOf(Outcome.Recovered.class);
    }

    @Test
    void howTheCodeWasCopiedDoesNotMatter() {
        var alice = people.someone();
        var copied = alice.recoveryCode()
                .text()
                .toLowerCase(Locale.ROOT)
                .replace("-", " ")
                .replace('0', 'o')
                .replace('1', 'l');

        assertThat(recover(alice, new RecoveryCode(copied), NEW_PASSWORD)).isInstanceOf(Outcome.Recovered.class);
    }

    @Test
    void aStrangerIsNotToldWhetherTheNameOrTheCodeIsWrong() {
        var alice = people.someone();
        var nobody = new RecoverAccess.Request("nobody-here", alice.recoveryCode(), NEW_PASSWORD);

        assertThat(recoverAccess.recover(nobody, People.CALLER, Keep.nothing())).isEqualTo(new Outcome.Refused());
        assertThat(recover(alice, RecoveryCode.random(), NEW_PASSWORD)).isEqualTo(new Outcome.Refused());
        assertThat(recover(alice, people.someone().recoveryCode(), NEW_PASSWORD))
                .isEqualTo(new Outcome.Refused());
    }

    @Test
    void aCommonPasswordIsRefusedAndTheCodeStaysGood() {
        var alice = people.someone();

        assertThat(recover(alice, alice.recoveryCode(), "password123")).isEqualTo(new Outcome.PasswordTooCommon());
        assertThat(recover(alice, alice.recoveryCode(), NEW_PASSWORD)).isInstanceOf(Outcome.Recovered.class);
    }

    @Test
    void afterFiveWrongCodesEvenTheRightOneHasToWait() {
        var alice = people.someone();
        for (var i = 0; i < 5; i++) {
            assertThat(recover(alice, RecoveryCode.random(), NEW_PASSWORD)).isEqualTo(new Outcome.Refused());
        }

        assertThat(recover(alice, alice.recoveryCode(), NEW_PASSWORD))
                .isEqualTo(new Outcome.TooManyTries(Duration.ofSeconds(12)));
        clock.advance(Duration.ofSeconds(12));
        assertThat(recover(alice, alice.recoveryCode(), NEW_PASSWORD)).isInstanceOf(Outcome.Recovered.class);
    }

    @Test
    void whoIsSuspendedRecoversAndStaysSuspended() {
        var alice = people.someone();
        new Standing(jdbc, writer).suspend(alice.user().id());

        assertThat(recover(alice, alice.recoveryCode(), NEW_PASSWORD)).isInstanceOf(Outcome.Recovered.class);

        assertThat(logIn(alice, NEW_PASSWORD)).isEqualTo(new LogIn.Outcome.Suspended());
    }

    private Outcome recover(Registered who, RecoveryCode code, String newPassword) {
        return recoverAccess.recover(
                new RecoverAccess.Request(who.user().username().value(), code, newPassword),
                People.CALLER,
                Keep.nothing());
    }

    private LogIn.Outcome logIn(Registered who, String password) {
        return logIn.logIn(People.logIn(who.user(), password), People.CALLER);
    }
}
