package io.tiktoken.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.Claims;
import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.session.ExchangeSession.Outcome.Exchanged;
import io.tiktoken.auth.session.ExchangeSession.Outcome.SessionUnknown;
import io.tiktoken.auth.session.LogIn.Outcome.LoggedIn;
import io.tiktoken.auth.session.LogIn.Outcome.Refused;
import io.tiktoken.auth.user.User;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class LogInTests {

    @Autowired
    LogIn logIn;

    @Autowired
    LogOut logOut;

    @Autowired
    ExchangeSession exchangeSession;

    @Autowired
    OpenSessions sessions;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        var alice = people.someone().user();

        assertThat(logIn.logIn(People.logIn(alice, "wrong"), People.CALLER)).isEqualTo(new Refused());
        assertThat(logIn.logIn(
                        new LogIn.Request("nobody-here", "wrong", Optional.empty(), DeviceName.UNKNOWN), People.CALLER))
                .isEqualTo(new Refused());
        assertThat(logIn.logIn(
                        new LogIn.Request("no body", "wrong", Optional.empty(), DeviceName.UNKNOWN), People.CALLER))
                .isEqualTo(new Refused());
    }

    @Test
    void everyLogInGetsAHandleThatNobodyHadBefore() {
        var alice = people.someone().user();

        var handles = Stream.generate(() -> handleOf(alice)).limit(3).toList();

        assertThat(handles)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        handle -> assertThat(exchangeSession.exchange(handle)).isInstanceOf(Exchanged.class));
    }

    @Test
    void aHandleIsNotInTheDatabase() {
        var alice = people.someone().user();
        var handle = handleOf(alice);

        var row = jdbc.sql("SELECT hex(handle_hash) AS hash, * FROM sessions WHERE user_id = ?")
                .param(alice.id().toString())
                .query()
                .singleRow();

        assertThat(row.toString()).doesNotContain(handle.text());
    }

    @Test
    void afterLogOutTheHandleOpensNothing() throws ParseException {
        var alice = people.someone().user();
        var handle = handleOf(alice);
        var token = Claims.of(((Exchanged) exchangeSession.exchange(handle)).accessToken());

        logOut.logOut(alice.id(), new SessionId(UUID.fromString(token.getStringClaim("sid"))), People.CALLER);

        assertThat(exchangeSession.exchange(handle)).isEqualTo(new SessionUnknown());
    }

    @Test
    void aSessionEndsADayAfterItsLastUse() {
        var handle = handleOf(people.someone().user());

        clock.advance(Duration.ofHours(23));
        assertThat(exchangeSession.exchange(handle)).isInstanceOf(Exchanged.class);
        clock.advance(Duration.ofHours(23));
        assertThat(exchangeSession.exchange(handle)).isInstanceOf(Exchanged.class);
        clock.advance(Duration.ofHours(24));
        assertThat(exchangeSession.exchange(handle)).isEqualTo(new SessionUnknown());
    }

    @Test
    void useIsNotedAtMostOnceAMinute() {
        var alice = people.someone().user();
        var handle = handleOf(alice);
        var opened = clock.millis();

        clock.advance(Duration.ofSeconds(59));
        exchangeSession.exchange(handle);
        assertThat(lastUseBy(alice)).isEqualTo(opened);

        clock.advance(Duration.ofSeconds(1));
        exchangeSession.exchange(handle);
        assertThat(lastUseBy(alice)).isEqualTo(clock.millis());
    }

    @Test
    void aPersonKeepsTheirTwentyNewestSessions() {
        var alice = people.someone().user();
        var oldest = openLater(alice);
        var second = openLater(alice);

        for (var i = 0; i < 19; i++) {
            openLater(alice);
        }

        assertThat(sessions.byHandle(oldest)).isEmpty();
        assertThat(sessions.byHandle(second)).isPresent();
    }

    private SessionHandle openLater(User user) {
        clock.advance(Duration.ofSeconds(1));
        return writer.write(() -> sessions.open(user, DeviceName.UNKNOWN, false));
    }

    @Test
    void thePersonsTokenSaysWhoTheyAreForFiveMinutes() throws ParseException {
        var alice = people.someone().user();

        var exchanged = (Exchanged) exchangeSession.exchange(handleOf(alice));

        assertThat(exchanged.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        var token = Claims.of(exchanged.accessToken());
        assertThat(token.getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(token.getAudience()).containsExactly("tiktoken-api");
        assertThat(token.getSubject()).isEqualTo(alice.id().toString());
        assertThat(token.getExpirationTime()).isEqualTo(exchanged.expiresAt());
        assertThat(token.getStringClaim("preferred_username"))
                .isEqualTo(alice.username().value());
        assertThat(token.getStringClaim("name")).isEqualTo("Alice Lim");
        assertThat(token.getStringListClaim("roles")).containsExactly("CUSTOMER");
    }

    private SessionHandle handleOf(User user) {
        return ((LoggedIn) logIn.logIn(People.logIn(user, People.PASSWORD), People.CALLER)).handle();
    }

    private long lastUseBy(User user) {
        return jdbc.sql("SELECT last_used_at FROM sessions WHERE user_id = ?")
                .param(user.id().toString())
                .query(Long.class)
                .single();
    }
}
