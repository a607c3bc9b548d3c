package io.tiktoken.auth.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.pin.ResetPin;
import io.tiktoken.auth.session.DeviceName;
import io.tiktoken.auth.session.LogIn;
import io.tiktoken.auth.session.OpenSessions;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.totp.CheckOtp;
import io.tiktoken.auth.totp.Enrolled;
import io.tiktoken.auth.totp.Enrolled.Authenticator;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.totp.OtpRefusal;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Password and code were right, and one of them is renewed before what they were given for is done: it is not done. */
@VerbTest
class RenewedMeanwhileTests {

    static final OtpRefusal REQUIRED = new OtpRefusal.Required();

    @MockitoSpyBean
    CheckOtp checkOtp;

    @Autowired
    ResetPin resetPin;

    @Autowired
    DisableAuthenticator disableAuthenticator;

    @Autowired
    ReplaceRecoveryCodes replaceRecoveryCodes;

    @Autowired
    LogIn logIn;

    @Autowired
    OpenSessions sessions;

    @Autowired
    Authenticators authenticators;

    @Autowired
    Enrolled enrolled;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    User alice;
    UserId id;
    Authenticator authenticator;
    Authenticator newAuthenticator;

    @BeforeEach
    void giveAliceAnAuthenticator() {
        alice = people.someone().user();
        id = alice.id();
        authenticator = enrolled.enrol(id);
    }

    @Test
    void anOldPasswordGetsNoNewPin() {
        afterTheCode(this::changePassword);
        var before = pin();

        assertThat(resetPin.reset(
                        id, People.PASSWORD, Optional.of(authenticator.code()), People.CALLER, Keep.nothing()))
                .isEqualTo(new ResetPin.Outcome.PasswordIncorrect());
        assertThat(pin()).isEqualTo(before);
    }

    @Test
    void anOldAuthenticatorGetsNoNewPin() {
        afterTheCode(this::replaceAuthenticator);
        var before = pin();

        assertThat(resetPin.reset(
                        id, People.PASSWORD, Optional.of(authenticator.code()), People.CALLER, Keep.nothing()))
                .isEqualTo(new ResetPin.Outcome.OtpRefused(REQUIRED));
        assertThat(pin()).isEqualTo(before);
    }

    @Test
    void whoGetsAnAuthenticatorAtThatMomentIsAskedForItsCode() {
        writer.run(() -> authenticators.remove(id));
        afterTheCode(() -> enrolled.enrol(id));
        var before = pin();

        assertThat(resetPin.reset(id, People.PASSWORD, Optional.empty(), People.CALLER, Keep.nothing()))
                .isEqualTo(new ResetPin.Outcome.OtpRefused(REQUIRED));
        assertThat(pin()).isEqualTo(before);
    }

    @Test
    void anOldPasswordDisablesNoAuthenticator() {
        afterTheCode(this::changePassword);

        assertThat(disableAuthenticator.disable(id, People.PASSWORD, authenticator.code(), People.CALLER))
                .isEqualTo(new DisableAuthenticator.Outcome.PasswordIncorrect());
        assertThat(authenticators.isEnabled(id)).isTrue();
    }

    @Test
    void anOldAuthenticatorDisablesNoNewOne() {
        afterTheCode(this::replaceAuthenticator);

        assertThat(disableAuthenticator.disable(id, People.PASSWORD, authenticator.code(), People.CALLER))
                .isEqualTo(new DisableAuthenticator.Outcome.OtpRefused(REQUIRED));
        assertThat(authenticators.isEnabled(id)).isTrue();
    }

    @Test
    void anOldAuthenticatorGetsNoCodesForTheNewOneNorForNone() {
        afterTheCode(this::replaceAuthenticator);
        assertThat(replaceRecoveryCodes.replace(id, authenticator.code(), People.CALLER, Keep.nothing()))
                .isEqualTo(new ReplaceRecoveryCodes.Outcome.OtpRefused(REQUIRED));

        var next = newAuthenticator;
        afterTheCode(() -> writer.run(() -> authenticators.remove(id)));
        assertThat(replaceRecoveryCodes.replace(id, next.code(), People.CALLER, Keep.nothing()))
                .isEqualTo(new ReplaceRecoveryCodes.Outcome.OtpRefused(REQUIRED));
    }

    @Test
    void anOldAuthenticatorOpensNoSession() {
        afterTheCode(this::replaceAuthenticator);
        var code = Optional.<Otp>of(authenticator.code());

        assertThat(logIn.logIn(
                        new LogIn.Request(alice.username().value(), People.PASSWORD, code, DeviceName.UNKNOWN),
                        People.CALLER))
                .isEqualTo(new LogIn.Outcome.OtpRefused(REQUIRED));
        assertThat(sessions.of(id)).isEmpty();
    }

    private void replaceAuthenticator() {
        writer.run(() -> authenticators.remove(id));
        newAuthenticator = enrolled.enrol(id);
    }

    private void changePassword() {
        writer.run(() -> jdbc.sql("UPDATE users SET password_hash = '{argon2}new' WHERE id = ?")
                .param(id.toString())
                .update());
    }

    /** Happens when the code was found right, and before anything is done with that. */
    private void afterTheCode(Runnable happens) {
        doAnswer(check -> {
                    var outcome = check.callRealMethod();
                    happens.run();
                    return outcome;
                })
                .when(checkOtp)
                .check(any(), any(), any());
    }

    private String pin() {
        return jdbc.sql("SELECT hex(hash) FROM pins WHERE user_id = ?")
                .param(id.toString())
                .query(String.class)
                .single();
    }
}
