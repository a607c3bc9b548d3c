package io.tiktoken.auth.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.annotation.DirtiesContext.ClassMode.BEFORE_CLASS;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.key.KeyRotation;
import io.tiktoken.auth.key.KeySettings;
import io.tiktoken.auth.key.SecondReplica;
import io.tiktoken.auth.key.SigningKey;
import io.tiktoken.auth.key.SigningKeys;
import io.tiktoken.auth.rotation.RotateKeys.Outcome;
import io.tiktoken.auth.rotation.RotateKeys.Outcome.Announced;
import io.tiktoken.auth.rotation.RotateKeys.Outcome.UnderWay;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

@VerbTest
@DirtiesContext(classMode = BEFORE_CLASS) // With a clock that nobody has set.
@Import(SecondReplica.class)
class RotateKeysTests {

    @Autowired
    RotateKeys rotateKeys;

    @Autowired
    KeyRotation rotation;

    @Autowired
    SigningKeys keys;

    @Autowired
    SecondReplica secondReplica;

    @Autowired
    KeySettings settings;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void restAfterTheRotationBefore() {
        clock.advance(Duration.ofDays(1));
        rotateKeys.destroyOld();
    }

    @Test
    void aNewKeyIsPublishedAtOnceAndSignsLater() {
        var old = keys.current();

        var key = ((Announced) rotateKeys.rotate(People.CALLER)).key();

        assertThat(key.signsFrom()).isEqualTo(clock.instant().plus(settings.signsAfter()));
        assertThat(keys.published().getKeyByKeyId(key.id())).isNotNull();
        assertThat(keys.current()).isEqualTo(old);
        assertThat(rotation.history().stream().limit(2).map(it -> it.stateAt(clock.instant())))
                .containsExactly(SigningKey.State.ANNOUNCED, SigningKey.State.SIGNING);
    }

    @Test
    void asLongAsItDoesNotSignThereIsNoThirdOne() {
        rotateKeys.rotate(People.CALLER);
        clock.advance(settings.signsAfter().minusMillis(1));
        assertThat(rotateKeys.rotate(People.CALLER)).isEqualTo(new UnderWay());

        clock.advance(Duration.ofMillis(1));
        assertThat(rotateKeys.rotate(People.CALLER)).isInstanceOf(Announced.class);
        assertThat(keys.published().size()).isEqualTo(3);
    }

    @Test
    void ofTenAdministratorsAtOnceOneMakesAKey() throws InterruptedException {
        var before = rotation.history().size();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads.invokeAll(IntStream.range(0, 10)
                    .<Callable<Outcome>>mapToObj(_ -> () -> rotateKeys.rotate(People.CALLER))
                    .toList());

            assertThat(outcomes.stream().map(future -> future.resultNow() instanceof Announced))
                    .containsOnlyOnce(true);
        }
        assertThat(rotation.history()).hasSize(before + 1);
    }

    @Test
    void aReplicaThatLooksLaterComesToTheSameConclusion() {
        rotateKeys.rotate(People.CALLER);
        var replica = secondReplica.started();

        for (var minute = 0; minute < 20; minute++) {
            assertThat(replica.current()).isEqualTo(keys.current());
            assertThat(replica.published()).isEqualTo(keys.published());
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(replica.published().size()).isEqualTo(1);
    }

    @Test
    void anOldKeyIsDestroyedWhenItsLastTokenIsDeadAndNotBefore() {
        var old = keys.current().getKeyID();
        rotateKeys.rotate(People.CALLER);
        var sealed = sealed(old);
        var lastTokenDead = settings.signsAfter().plusMinutes(5).plusSeconds(5);

        clock.advance(lastTokenDead);
        rotateKeys.destroyOld();
        assertThat(keys.published().getKeyByKeyId(old)).isNotNull();
        assertThat(sealed(old)).isEqualTo(sealed);

        clock.advance(Duration.ofMinutes(1));
        assertThat(keys.published().getKeyByKeyId(old)).isNull(); // By its times, whoever is late with destroying it.
        rotateKeys.destroyOld();
        assertThat(sealed(old)).isEqualTo("destroyed");
        assertThat(rotation.history()).anyMatch(key -> key.id().equals(old));
        assertThat(eventsAbout(old)).contains("KEY_DESTROYED");
    }

    @Test
    void aClockThatIsSetBackLeavesTheShopWithAKey() {
        rotateKeys.rotate(People.CALLER);
        clock.advance(Duration.ofDays(1));
        rotateKeys.destroyOld();
        var current = keys.current();

        clock.advance(Duration.ofDays(-400));

        assertThat(keys.current()).isEqualTo(current);
        assertThat(keys.published().getKeyByKeyId(current.getKeyID())).isNotNull();
        clock.advance(Duration.ofDays(400));
    }

    @Test
    void aClockThatIsSetForwardAndPutRightAgainDestroysNoKeyThatIsNeeded() {
        var current = keys.current();

        clock.leap(Duration.ofDays(400));
        rotateKeys.rotateWhenDue();
        clock.leap(Duration.ofDays(1));
        rotateKeys.destroyOld();
        clock.leap(Duration.ofDays(-401));
        keys.reload();

        assertThat(keys.current()).isEqualTo(current);
        clock.advance(Duration.ofDays(402));
    }

    @Test
    void theAuditKnowsWhoWantedAnotherKey() {
        var key = ((Announced) rotateKeys.rotate(People.CALLER)).key();

        assertThat(eventsAbout(key.id())).containsExactly("KEY_ANNOUNCED");
    }

    private String sealed(String id) {
        return jdbc.sql("SELECT sealed FROM signing_keys WHERE id = ?")
                .param(id)
                .query((row, _) -> row.getBytes("sealed") == null
                        ? "destroyed"
                        : HexFormat.of().formatHex(row.getBytes("sealed")))
                .single();
    }

    private List<String> eventsAbout(String id) {
        return jdbc.sql("SELECT kind FROM security_events WHERE subject = ? ORDER BY id")
                .param(id)
                .query(String.class)
                .list();
    }
}
