package io.tiktoken.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import io.tiktoken.auth.People;
import io.tiktoken.auth.Standing;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.session.LogIn.Outcome.Refused;
import io.tiktoken.auth.session.LogIn.Outcome.Suspended;
import io.tiktoken.auth.user.User;
import io.tiktoken.defaults.database.SingleWriter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Comparing a password takes a while, and something happens in that while. */
@VerbTest
class ChangedMeanwhileTests {

    @MockitoSpyBean
    PasswordEncoder encoder;

    @Autowired
    LogIn logIn;

    @Autowired
    OpenSessions sessions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SingleWriter writer;

    @Autowired
    People people;

    @Test
    void aPasswordThatIsChangedWhileItIsComparedOpensNothing() {
        var alice = people.someone().user();
        whileComparing(() -> writer.run(() -> jdbc.sql("UPDATE users SET password_hash = '{argon2}new' WHERE id = ?")
                .param(alice.id().toString())
                .update()));

        assertThat(logIn(alice)).isEqualTo(new Refused());
        assertThat(sessions.of(alice.id())).isEmpty();
    }

    @Test
    void whoIsSuspendedWhileThePasswordIsComparedStaysOutside() {
        var alice = people.someone().user();
        whileComparing(() -> new Standing(jdbc, writer).suspend(alice.id()));

        assertThat(logIn(alice)).isEqualTo(new Suspended());
        assertThat(sessions.of(alice.id())).isEmpty();
    }

    private void whileComparing(Runnable happens) {
        doAnswer(comparison -> {
                    var right = comparison.callRealMethod();
                    happens.run();
                    return right;
                })
                .when(encoder)
                .matches(any(), any());
    }

    private LogIn.Outcome logIn(User user) {
        return logIn.logIn(People.logIn(user, People.PASSWORD), People.CALLER);
    }
}
