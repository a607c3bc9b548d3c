package io.tiktoken.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Without a connection the writer refuses, says so, and goes on by itself as soon as there is one. */
@Timeout(60)
class LostConnectionTests {

    @TempDir
    Path folder;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private FailingDataSource database;
    private JdbcClient jdbc;
    private SingleWriter writer;
    private SingleWriterHealthIndicator health;

    @BeforeEach
    void aWriterOnADatabaseThatCanFail() {
        database = new FailingDataSource(folder.resolve("notes.db"));
        jdbc = JdbcClient.create(database);
        jdbc.sql("CREATE TABLE notes (text TEXT NOT NULL) STRICT").update();
        writer = new SingleWriter(
                new SqliteTransactionManager(database, new SqliteExceptionTranslator()),
                () -> database.getConnection().close(),
                new DatabaseSettings(folder.resolve("notes.db"), Duration.ofSeconds(1), 1, 8, 8),
                meters);
        health = new SingleWriterHealthIndicator(writer);
        writer.start();
    }

    @AfterEach
    void endTheWriter() {
        writer.stop();
    }

    static Stream<Supplier<Throwable>> failures() {
        return Stream.of(
                () -> new SQLException("unable to open database file"),
                () -> new IllegalStateException("The pool is suspended"),
                () -> new StackOverflowError("deep inside the driver"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void goesOnByItselfAfterManyFailures(Supplier<Throwable> failure) {
        database.failsWith(IntStream.range(0, 5).mapToObj(_ -> failure.get()).toList());

        assertThatThrownBy(this::write).isInstanceOf(WriteUnavailableException.class);
        await().untilAsserted(() -> assertThat(status()).isEqualTo(Status.DOWN));
        assertThatThrownBy(this::write).isInstanceOf(WriteUnavailableException.class);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(status()).isEqualTo(Status.UP));
        write();
        assertThat(jdbc.sql("SELECT count(*) FROM notes").query(Integer.class).single())
                .isOne();
    }

    @Test
    void whoeverComesMeanwhileIsRefusedAtOnce() {
        database.failsWith(Stream.generate(() -> new SQLException("gone"))
                .limit(1_000)
                .map(Throwable.class::cast)
                .toList());
        assertThatThrownBy(this::write).isInstanceOf(WriteUnavailableException.class);
        await().untilAsserted(() -> assertThat(status()).isEqualTo(Status.DOWN));

        var refused = IntStream.range(0, 50)
                .mapToObj(_ -> CompletableFuture.runAsync(this::write))
                .toList();

        assertThat(refused)
                .allSatisfy(answer -> assertThat(answer)
                        .failsWithin(Duration.ofSeconds(2))
                        .withThrowableThat()
                        .withCauseInstanceOf(WriteUnavailableException.class));
    }

    @Test
    void theServiceStopsAlthoughThereIsNoConnection() {
        database.failsWith(Stream.generate(() -> new SQLException("gone"))
                .limit(1_000)
                .map(Throwable.class::cast)
                .toList());
        assertThatThrownBy(this::write).isInstanceOf(WriteUnavailableException.class);

        assertThat(CompletableFuture.runAsync(writer::stop)).succeedsWithin(Duration.ofSeconds(2));
        assertThat(writer.isRunning()).isFalse();
        assertThatThrownBy(this::write).isInstanceOf(WriteUnavailableException.class);
    }

    @Test
    void anErrorInTheWorkItselfEndsThatBatchOnly() {
        assertThatThrownBy(() -> writer.run(() -> {
                    throw new StackOverflowError("deep inside the work");
                }))
                .isInstanceOf(WriteUnavailableException.class);

        write();
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void aFileThatHasGoneMissingIsNotReplacedByAnEmptyOne() throws Exception {
        var file = DatabaseFile.open(folder.resolve("sample.db"), "sample-service");
        var settings = new DatabaseSettings(file.path(), Duration.ofMillis(300), 1, 8, 8);
        try (file;
                var sources = new SqliteDataSources(file, settings)) {
            sources.renewWriter();
            var aside = folder.resolve("aside.db");
            Files.move(file.path(), aside);

            assertThatThrownBy(sources::renewWriter).isInstanceOf(SQLException.class);
            assertThat(file.path()).doesNotExist();

            Files.move(aside, file.path());
            sources.renewWriter();
        }
    }

    private void write() {
        writer.run(() -> jdbc.sql("INSERT INTO notes (text) VALUES ('written')").update());
    }

    private Status status() {
        return health.health().getStatus();
    }

    /** Refuses connections for as long as it has failures left. */
    private static final class FailingDataSource extends DelegatingDataSource {

        private Iterator<Throwable> failures = List.<Throwable>of().iterator();

        FailingDataSource(Path file) {
            super(new DriverManagerDataSource("jdbc:sqlite:%s?transaction_mode=IMMEDIATE".formatted(file)));
        }

        synchronized void failsWith(List<Throwable> next) {
            failures = next.iterator();
        }

        @Override
        public synchronized Connection getConnection() throws SQLException {
            if (!failures.hasNext()) {
                return super.getConnection();
            }
            switch (failures.next()) {
                case SQLException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }
}
