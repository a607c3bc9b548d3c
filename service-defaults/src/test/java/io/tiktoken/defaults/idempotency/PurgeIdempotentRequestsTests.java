package io.tiktoken.defaults.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.Purge;
import io.tiktoken.defaults.database.PurgeClock;
import io.tiktoken.defaults.database.PurgeSettings;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.DatabaseTest;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class PurgeIdempotentRequestsTests {

    private static final Duration KEPT = Duration.ofDays(30);

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    @Autowired
    Idempotency idempotency;

    @Autowired
    PurgeIdempotentRequests asConfigured;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    PurgeClock purgeClock;

    @BeforeEach
    void nothingIsStored() {
        writer.run(() -> jdbc.sql("DELETE FROM idempotent_requests").update());
    }

    @Test
    void aKeyIsKeptForItsTimeAndBeginsAnewAfterIt() {
        var request = request();
        work(request);
        clock.advance(KEPT.minus(Duration.ofMinutes(144)));

        assertThat(purge(500).purge()).isZero();
        assertThat(isReplayed(work(request))).isTrue();

        clock.advance(Duration.ofMinutes(144));
        assertThat(purge(500).purge()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(purge(500).purge()).isOne();
        assertThat(isReplayed(work(request))).isFalse();
        assertThat(isReplayed(work(request))).isTrue();
    }

    @Test
    void anEqualKeyOfAnotherCallerIsAnotherKey() {
        var alices = request();
        work(alices);
        clock.advance(KEPT);
        var bobs = new IdempotentRequest("bob", alices.key(), "POST", "/api/effects");
        work(bobs);
        clock.advance(Duration.ofMillis(1));

        assertThat(purge(500).purge()).isOne();
        assertThat(isReplayed(work(bobs))).isTrue();
    }

    @Test
    void noWriteDeletesMoreThanABatch() {
        for (var i = 0; i < 25; i++) {
            work(request());
        }
        clock.advance(KEPT.plusDays(1));
        var left = new ArrayList<Integer>();
        var small = new Purge(writer, purgeClock, new PurgeSettings(Duration.ofMinutes(10), 10));

        var deleted = small.of("rows", KEPT, (_, atMost) -> {
            var now = jdbc.sql("DELETE FROM idempotent_requests WHERE rowid IN"
                            + " (SELECT rowid FROM idempotent_requests LIMIT ?)")
                    .param(atMost)
                    .update();
            left.add(count());
            return now;
        });

        assertThat(deleted).isEqualTo(25);
        assertThat(left).containsExactly(15, 5, 0);
    }

    @Test
    void batchAfterBatchEverythingOldGoes() {
        for (var i = 0; i < 25; i++) {
            work(request());
        }
        clock.advance(KEPT.plusDays(1));
        var fresh = request();
        work(fresh);

        assertThat(purge(10).purge()).isEqualTo(25);
        assertThat(count()).isOne();
        assertThat(isReplayed(work(fresh))).isTrue();
    }

    @Test
    void isKeptForFortyFiveDaysUnlessToldOtherwise() {
        work(request());
        clock.advance(Duration.ofDays(45));
        assertThat(asConfigured.purge()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(asConfigured.purge()).isOne();
    }

    @Test
    void aClockThatIsSetForwardMakesNoKeyOld() {
        var request = request();
        work(request);

        clock.leap(Duration.ofDays(400));
        assertThat(asConfigured.purge()).isZero();
        clock.leap(Duration.ofDays(-400));

        assertThat(isReplayed(work(request))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"29d", "719h", "0", "-45d"})
    void nobodyForgetsSoonerThanCallersWerePromised(String kept) {
        settings("tiktoken.idempotency.kept=" + kept)
                .run(context -> assertThat(context).hasFailed());
        settings("tiktoken.idempotency.kept=30d")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static ApplicationContextRunner settings(String setting) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(OnlySettings.class)
                .withPropertyValues(setting);
    }

    @EnableConfigurationProperties(IdempotencySettings.class)
    static class OnlySettings {}

    private PurgeIdempotentRequests purge(int batch) {
        return new PurgeIdempotentRequests(
                new Purge(writer, purgeClock, new PurgeSettings(Duration.ofMinutes(10), batch)),
                jdbc,
                new IdempotencySettings(KEPT));
    }

    private ResponseEntity<Object> work(IdempotentRequest request) {
        return idempotency.once(request, Map.of(), () -> true, _ -> ResponseEntity.ok(Map.of("done", true)));
    }

    private static boolean isReplayed(ResponseEntity<Object> answer) {
        return answer.getHeaders().containsHeader(Idempotency.REPLAYED);
    }

    private int count() {
        return jdbc.sql("SELECT count(*) FROM idempotent_requests")
                .query(Integer.class)
                .single();
    }

    private static IdempotentRequest request() {
        return new IdempotentRequest("alice", UUID.randomUUID().toString(), "POST", "/api/effects");
    }
}
