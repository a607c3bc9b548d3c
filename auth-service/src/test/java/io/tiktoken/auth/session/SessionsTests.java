package io.tiktoken.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.test.annotation.DirtiesContext.ClassMode.BEFORE_CLASS;

import io.tiktoken.auth.People;
import io.tiktoken.auth.Standing;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.session.ExchangeSession.Outcome.Exchanged;
import io.tiktoken.auth.session.ExchangeSession.Outcome.SessionUnknown;
import io.tiktoken.auth.user.User;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

@VerbTest
@DirtiesContext(classMode = BEFORE_CLASS) // With a clock that nobody has set.
class SessionsTests {

    static final DeviceName PHONE = new DeviceName("Firefox on Android");
    static final DeviceName LAPTOP = new DeviceName("Chrome on Windows");

    @Autowired
    OpenSessions sessions;

    @Autowired
    EndSessions endSessions;

    @Autowired
    PurgeSessions purgeSessions;

    @Autowired
    ExchangeSession exchangeSession;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    Standing standing;

    @BeforeEach
    void standing() {
        standing = new Standing(jdbc, writer);
    }

    static Stream<Arguments> ages() {
        var moment = Duration.ofMillis(1);
        var day = Duration.ofDays(1);
        var month = Duration.ofDays(30);
        var halfAnHour = Duration.ofMinutes(30);
        var halfADay = Duration.ofHours(12);
        return Stream.of(
                arguments(false, Duration.ZERO, Duration.ZERO, false),
                arguments(false, day.minus(moment), day.minus(moment), false),
                arguments(false, day, day, true),
                arguments(false, month.minus(moment), Duration.ZERO, false),
                arguments(false, month, Duration.ZERO, true),
                arguments(true, halfAnHour.minus(moment), halfAnHour.minus(moment), false),
                arguments(true, halfAnHour, halfAnHour, true),
                arguments(true, halfADay.minus(moment), Duration.ZERO, false),
                arguments(true, halfADay, Duration.ZERO, true));
    }

    @ParameterizedTest(name = "of an administrator {0}, opened {1} ago and used {2} ago: over is {3}")
    @MethodSource("ages")
    void isOverWhenUnusedForLongOrVeryOld(boolean administrator, Duration opened, Duration used, boolean over) {
        var alice = people.someone().user();
        var handle = open(alice, PHONE);
        jdbcUpdate("UPDATE sessions SET created_at = %d, last_used_at = %d WHERE user_id = '%s'"
                .formatted(ago(opened), ago(used), alice.id()));
        if (administrator) {
            standing.makeAdministrator(alice.id());
        }

        assertThat(exchangeSession.exchange(handle) instanceof SessionUnknown).isEqualTo(over);
        assertThat(sessions.of(alice.id())).hasSize(over ? 0 : 1);
        purgeSessions.purge();
        assertThat(storedOf(alice)).isEqualTo(over ? 0 : 1);
    }

    @Test
    void whoBecomesAnAdministratorIsHeldToShorterSessionsAtOnce() {
        var alice = people.someone().user();
        var handle = open(alice, PHONE);
        clock.advance(Duration.ofMinutes(31));

        standing.makeAdministrator(alice.id());

        assertThat(exchangeSession.exchange(handle)).isEqualTo(new SessionUnknown());
    }

    @Test
    void aPurgeTakesMoreThanOneBatchAndLeavesWhatIsInUse() {
        var alice = people.someone().user();
        var bob = people.someone().user();
        writer.run(() -> IntStream.range(0, PurgeSessions.BATCH + 1)
                .forEach(i -> jdbc.sql("""
                                INSERT INTO sessions (id, handle_hash, user_id, created_at, last_used_at)
                                VALUES (?, randomblob(32), ?, 0, ?)""")
                        .params(UUID.randomUUID().toString(), alice.id().toString(), i)
                        .update()));
        var handle = open(bob, LAPTOP);

        purgeSessions.purge();

        assertThat(storedOf(alice)).isZero();
        assertThat(exchangeSession.exchange(handle)).isInstanceOf(Exchanged.class);
    }

    @Test
    void aClockThatIsSetForwardAndPutRightAgainLogsNobodyOut() {
        var handle = open(people.someone().user(), PHONE);

        clock.leap(Duration.ofDays(400));
        assertThat(exchangeSession.exchange(handle)).isEqualTo(new SessionUnknown());
        purgeSessions.purge();
        clock.leap(Duration.ofDays(-400));

        assertThat(exchangeSession.exchange(handle)).isInstanceOf(Exchanged.class);
    }

    @Test
    void aPersonSeesTheirOwnSessionsNewestFirst() {
        var alice = people.someone().user();
        open(people.someone().user(), LAPTOP);
        open(alice, PHONE);
        clock.advance(Duration.ofMinutes(1));
        open(alice, LAPTOP);

        assertThat(sessions.of(alice.id())).extracting(Session::device).containsExactly(LAPTOP, PHONE);
    }

    @Test
    void nobodyEndsASessionOfSomebodyElse() {
        var alice = people.someone().user();
        var bob = people.someone().user();
        var handle = open(alice, PHONE);
        var session = sessions.of(alice.id()).getFirst().id();

        assertThat(endSessions.end(bob.id(), session, People.CALLER))
                .isEqualTo(new EndSessions.Outcome.SessionUnknown());
        assertThat(exchangeSession.exchange(handle)).isInstanceOf(Exchanged.class);

        assertThat(endSessions.end(alice.id(), session, People.CALLER)).isEqualTo(new EndSessions.Outcome.Ended());
        assertThat(exchangeSession.exchange(handle)).isEqualTo(new SessionUnknown());
    }

    @Test
    void allOthersEndAndThisOneAndOtherPeoplesStay() {
        var alice = people.someone().user();
        var bobs = open(people.someone().user(), LAPTOP);
        var lost = open(alice, PHONE);
        clock.advance(Duration.ofSeconds(1));
        var here = open(alice, LAPTOP);

        endSessions.endOthers(alice.id(), sessions.of(alice.id()).getFirst().id(), People.CALLER);

        assertThat(exchangeSession.exchange(lost)).isEqualTo(new SessionUnknown());
        assertThat(exchangeSession.exchange(here)).isInstanceOf(Exchanged.class);
        assertThat(exchangeSession.exchange(bobs)).isInstanceOf(Exchanged.class);
    }

    private SessionHandle open(User user, DeviceName device) {
        return writer.write(() -> sessions.open(user, device, false));
    }

    private long ago(Duration time) {
        return clock.instant().minus(time).toEpochMilli();
    }

    private void jdbcUpdate(String sql) {
        writer.run(() -> jdbc.sql(sql).update());
    }

    private int storedOf(User user) {
        return jdbc.sql("SELECT count(*) FROM sessions WHERE user_id = ?")
                .param(user.id().toString())
                .query(Integer.class)
                .single();
    }
}
