package io.tiktoken.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.People;
import io.tiktoken.auth.Standing;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.session.ExchangeSession.Outcome.Exchanged;
import io.tiktoken.auth.session.ExchangeSession.Outcome.SessionUnknown;
import io.tiktoken.auth.session.LogIn.Outcome.LoggedIn;
import io.tiktoken.auth.session.LogIn.Outcome.Refused;
import io.tiktoken.auth.session.LogIn.Outcome.Suspended;
import io.tiktoken.auth.user.User;
import io.tiktoken.defaults.database.SingleWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class SuspendedTests {

    @Autowired
    LogIn logIn;

    @Autowired
    ExchangeSession exchangeSession;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SingleWriter writer;

    @Autowired
    People people;

    Standing standing;
    User alice;

    @BeforeEach
    void registerAlice() {
        standing = new Standing(jdbc, writer);
        alice = people.someone().user();
    }

    @Test
    void onlyWhoKnowsThePasswordIsToldOfTheSuspension() {
        standing.suspend(alice.id());

        assertThat(logIn(People.PASSWORD)).isEqualTo(new Suspended());
        assertThat(logIn("not the password")).isEqualTo(new Refused());
    }

    @Test
    void aSessionThatIsStillThereOpensNothingUntilReinstatement() {
        var handle = ((LoggedIn) logIn(People.PASSWORD)).handle();

        standing.suspend(alice.id());
        assertThat(exchangeSession.exchange(handle)).isEqualTo(new SessionUnknown());

        standing.reinstate(alice.id());
        assertThat(exchangeSession.exchange(handle)).isInstanceOf(Exchanged.class);
        assertThat(logIn(People.PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    private LogIn.Outcome logIn(String password) {
        return logIn.logIn(People.logIn(alice, password), People.CALLER);
    }
}
