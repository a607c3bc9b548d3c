package io.tiktoken.auth.totp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.totp.Enrolled.Authenticator;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class AuthenticatorsTests {

    @Autowired
    CheckOtp checkOtp;

    @Autowired
    Enrolled enrolled;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

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
    void theDatabaseItselfRefusesASixthTryAndAnEarlierStep() {
        IntStream.range(0, 5)
                .forEach(_ -> checkOtp.check(alice, Optional.of(authenticator.wrongCode()), People.CALLER));

        assertThatThrownBy(() -> change("UPDATE authenticators SET tries = tries + 1 WHERE user_id = ?"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> change("UPDATE authenticators SET last_step = last_step WHERE user_id = ?"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> change("UPDATE authenticators SET confirmed_at = NULL WHERE user_id = ?"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void onePersonsSeedIsNoUseInAnothersRow() {
        var bob = people.someone().user().id();
        enrolled.enrol(bob);
        writer.run(() -> jdbc.sql(
                        "UPDATE authenticators SET seed = (SELECT seed FROM authenticators WHERE user_id = ?) WHERE user_id = ?")
                .params(alice.toString(), bob.toString())
                .update());

        assertThatThrownBy(() -> checkOtp.check(bob, Optional.of(authenticator.code()), People.CALLER))
                .hasMessageContaining("cannot be opened");
    }

    private void change(String sql) {
        writer.run(() -> jdbc.sql(sql).param(alice.toString()).update());
    }
}
