package io.tiktoken.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.tiktoken.auth.Claims;
import io.tiktoken.auth.People;
import io.tiktoken.auth.Standing;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.account.ChangePassword.Outcome;
import io.tiktoken.auth.session.ExchangeSession;
import io.tiktoken.auth.session.ExchangeSession.Outcome.Exchanged;
import io.tiktoken.auth.session.ExchangeSession.Outcome.SessionUnknown;
import io.tiktoken.auth.session.LogIn;
import io.tiktoken.auth.session.LogIn.Outcome.LoggedIn;
import io.tiktoken.auth.session.SessionHandle;
import io.tiktoken.auth.session.SessionId;
import io.tiktoken.auth.user.User;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class ChangePasswordTests {

    static final String NEW_PASSWORD = "another good password";

    @Autowired
    ChangePassword changePassword;

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

    User alice;
    SessionHandle here;

    @BeforeEach
    void logAliceIn() {
        alice = people.someone().user();
        here = ((LoggedIn) logIn(People.PASSWORD)).handle();
    }

    @Test
    void theNewPasswordOpensAndTheOldOneDoesNot() {
        assertThat(change(People.PASSWORD, NEW_PASSWORD)).isEqualTo(new Outcome.Changed());

        assertThat(logIn(NEW_PASSWORD)).isInstanceOf(LoggedIn.class);
        assertThat(logIn(People.PASSWORD)).isEqualTo(new LogIn.Outcome.Refused());
        assertThat(lastEvent()).isEqualTo("LOGIN_FAILED");
    }

    @Test
    void everyOtherSessionEndsAndThisOneStays() {
        var elsewhere = ((LoggedIn) logIn(People.PASSWORD)).handle();

        change(People.PASSWORD, NEW_PASSWORD);

        assertThat(exchangeSession.exchange(elsewhere)).isEqualTo(new SessionUnknown());
        assertThat(exchangeSession.exchange(here)).isInstanceOf(Exchanged.class);
        assertThat(lastEvent()).isEqualTo("PASSWORD_CHANGED");
    }

    @Test
    void whoDoesNotKnowThePresentOneChangesNothing() {
        assertThat(change("not the password", NEW_PASSWORD)).isEqualTo(new Outcome.PasswordIncorrect());

        assertThat(lastEvent()).isEqualTo("PASSWORD_WRONG");
        assertThat(logIn(People.PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    void guessingHereCountsTogetherWithGuessingAtLogIn() {
        for (var i = 0; i < 2; i++) {
            change("not the password", NEW_PASSWORD);
        }
        for (var i = 0; i < 3; i++) {
            logIn("not the password");
        }

        assertThat(change(People.PASSWORD, NEW_PASSWORD)).isEqualTo(new Outcome.TooManyTries(Duration.ofSeconds(12)));
        assertThat(logIn(People.PASSWORD)).isEqualTo(new LogIn.Outcome.TooManyTries(Duration.ofSeconds(12)));

        clock.advance(Duration.ofSeconds(12));
        assertThat(change(People.PASSWORD, NEW_PASSWORD)).isEqualTo(new Outcome.Changed());
    }

    @Test
    void theSamePasswordAndACommonOneAreRefused() {
        assertThat(change(People.PASSWORD, People.PASSWORD)).isEqualTo(new Outcome.PasswordUnchanged());
        assertThat(change(People.PASSWORD, "password123")).isEqualTo(new Outcome.PasswordTooCommon());

        assertThat(logIn(People.PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    void aPasswordThatSomebodyElseSawOpensAdministrationOnceItIsChanged() throws ParseException {
        var standing = new Standing(jdbc, writer);
        standing.makeAdministrator(alice.id());
        standing.giveOneTimePassword(alice.id());
        assertThat(rolesHere()).containsExactly("CUSTOMER");

        change(People.PASSWORD, NEW_PASSWORD);

        assertThat(rolesHere()).containsExactly("CUSTOMER", "ADMIN");
    }

    private Outcome change(String currentPassword, String newPassword) {
        return changePassword.change(
                new ChangePassword.Request(alice.id(), sessionHere(), currentPassword, newPassword),
                People.CALLER.knownAs(alice.id()));
    }

    private SessionId sessionHere() {
        try {
            return new SessionId(UUID.fromString(claimsHere().getStringClaim("sid")));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> rolesHere() throws ParseException {
        return claimsHere().getStringListClaim("roles");
    }

    private JWTClaimsSet claimsHere() throws ParseException {
        return Claims.of(((Exchanged) exchangeSession.exchange(here)).accessToken());
    }

    private LogIn.Outcome logIn(String password) {
        return logIn.logIn(People.logIn(alice, password), People.CALLER);
    }

    private String lastEvent() {
        return jdbc.sql("SELECT kind FROM security_events WHERE subject = ? ORDER BY rowid DESC LIMIT 1")
                .param(alice.id().toString())
                .query(String.class)
                .single();
    }
}
