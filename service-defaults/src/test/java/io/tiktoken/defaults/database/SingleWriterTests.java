package io.tiktoken.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.MeterRegistry;
import io.tiktoken.defaults.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The promises of the single writer, each tried in a batch whose members the test has chosen. */
@DatabaseTest
@Timeout(60)
@TestPropertySource(properties = "tiktoken.database.write-queue=8")
class SingleWriterTests {

    private static final int QUEUE = 8;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    MeterRegistry meters;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @TestConfiguration(proxyBeanMethods = false)
    static class Meters {
        @Bean
        MeterRegistry meterRegistry() {
            return new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
        }
    }

    @AfterEach
    void endCallers() {
        callers.close();
    }

    @Test
    void whatAWriteReturnsIsThereWhenItReturns() {
        var id = newId();

        var answer = writer.write(() -> {
            insert(id, "kept");
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(exists(id)).isTrue();
    }

    @Test
    void manyRequestsShareOneCommit() {
        var batches = meters.get("tiktoken.writer.batch").summary();
        var before = batches.count();
        var ids = List.of(newId(), newId(), newId());

        inOneBatch(ids.stream().map(this::inserting).toList()).forEach(CompletableFuture::join);

        assertThat(ids).allMatch(this::exists);
        assertThat(batches.count() - before)
                .as("commits: the one that held the writer, and one for all three")
                .isEqualTo(2);
    }

    @Test
    void anExceptionUndoesItsOwnRequestAndNobodyElses() {
        var kept = newId();
        var undone = newId();
        var alsoKept = newId();

        var answers = inOneBatch(List.of(
                inserting(kept),
                () -> {
                    insert(undone, "undone");
                    throw new IllegalStateException("changed its mind");
                },
                inserting(alsoKept)));

        assertThat(failureOf(answers.get(1))).hasMessage("changed its mind");
        assertThat(answers.get(0).join()).isEqualTo(kept);
        assertThat(answers.get(2).join()).isEqualTo(alsoKept);
        assertThat(exists(undone)).isFalse();
        assertThat(List.of(kept, alsoKept)).allMatch(this::exists);
    }

    @Test
    void aViolatedConstraintUndoesItsOwnRequestAndNobodyElses() {
        var kept = newId();
        var undone = newId();

        var answers = inOneBatch(List.of(inserting(kept), () -> {
            insert(undone, "undone");
            insert(kept, "a second one with the same id");
            return undone;
        }));

        assertThat(failureOf(answers.get(1))).isInstanceOf(DuplicateKeyException.class);
        assertThat(exists(kept)).isTrue();
        assertThat(exists(undone)).isFalse();
    }

    @Test
    void aRefusalIsAReturnedValueAndWhatItRemembersIsKept() {
        var remembered = newId();

        var answer = writer.write(() -> {
            insert(remembered, "refused, and remembered");
            return "refused";
        });

        assertThat(answer).isEqualTo("refused");
        assertThat(exists(remembered)).isTrue();
    }

    @Test
    void aFullDiskEndsTheWholeBatchAndTheNextOneWorksAgain() {
        var before = newId();
        var after = newId();

        var answers = inOneBatch(List.of(
                inserting(before),
                () -> {
                    fillTheDisk();
                    return "never";
                },
                inserting(after)));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(failureOf(answer)).isInstanceOf(WriteUnavailableException.class));
        assertThat(exists(before)).isFalse();
        assertThat(exists(after)).isFalse();

        var later = newId();
        writer.run(() -> insert(later, "there is room again"));
        assertThat(exists(later)).isTrue();
    }

    @Test
    void aFailedCommitIsNeverAnsweredWithSuccess() {
        var innocent = newId();

        var answers = inOneBatch(List.of(inserting(innocent), () -> {
            // Checked at the commit only, because the foreign key is deferred.
            jdbc.sql("INSERT INTO pages (note) VALUES ('no such note')").update();
            return "never";
        }));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(failureOf(answer))
                        .isInstanceOf(WriteUnavailableException.class)
                        .cause()
                        .isInstanceOf(DataIntegrityViolationException.class));
        assertThat(exists(innocent)).isFalse();

        var later = newId();
        writer.run(() -> insert(later, "the writer goes on"));
        assertThat(exists(later)).isTrue();
    }

    @Test
    void aFullQueueRefusesAtOnceAndForgetsNobodyWhoIsInIt() {
        var release = new CountDownLatch(1);
        var holding = hold(release);
        var waiting = new ArrayList<CompletableFuture<String>>();
        for (var i = 0; i < QUEUE; i++) {
            waiting.add(submit(inserting(newId())));
        }
        awaitQueue(QUEUE);

        assertThatThrownBy(() -> writer.run(() -> insert(newId(), "one too many")))
                .isInstanceOf(WriteUnavailableException.class)
                .hasMessageContaining("Too many");

        release.countDown();
        holding.join();
        assertThat(waiting)
                .allSatisfy(answer -> assertThat(exists(answer.join())).isTrue());
    }

    @Test
    void stoppingWritesWhatIsQueuedAndRefusesWhatComesLater() {
        var release = new CountDownLatch(1);
        var holding = hold(release);
        var queued = submit(inserting(newId()));
        awaitQueue(1);

        var stopping = CompletableFuture.runAsync(writer::stop, callers);
        release.countDown();
        stopping.join();
        try {
            holding.join();
            assertThat(exists(queued.join())).isTrue();
            assertThatThrownBy(() -> writer.run(() -> insert(newId(), "too late")))
                    .isInstanceOf(WriteUnavailableException.class);
        } finally {
            writer.start();
        }
        writer.run(() -> insert(newId(), "started again"));
    }

    @Test
    void aWriteInsideAWriteIsPartOfIt() {
        var outer = newId();
        var inner = newId();

        assertThatThrownBy(() -> writer.run(() -> {
                    insert(outer, "outer");
                    writer.run(() -> insert(inner, "inner"));
                    throw new IllegalStateException("both or neither");
                }))
                .hasMessage("both or neither");

        assertThat(exists(outer)).isFalse();
        assertThat(exists(inner)).isFalse();
    }

    @Test
    void aWriteInsideAReadIsAMistakeThatIsNoticed() {
        var reading = new TransactionTemplate(transactionManager);
        reading.setReadOnly(true);

        assertThatThrownBy(() -> reading.executeWithoutResult(status -> writer.run(() -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReadGoesOnBesideAWriteAndSeesOnlyWhatIsCommitted() {
        var release = new CountDownLatch(1);
        var id = newId();
        var writing = submit(() -> {
            insert(id, "not yet");
            await(release);
            return id;
        });

        assertThat(exists(id)).isFalse();

        release.countDown();
        writing.join();
        assertThat(exists(id)).isTrue();
    }

    @Test
    void aReaderCannotWrite() {
        var reading = new TransactionTemplate(transactionManager);
        reading.setReadOnly(true);

        assertThatThrownBy(() -> reading.executeWithoutResult(status -> insert(newId(), "smuggled")))
                .hasMessageContaining("readonly");
    }

    private List<CompletableFuture<String>> inOneBatch(List<Supplier<String>> requests) {
        var release = new CountDownLatch(1);
        var holding = hold(release);
        var answers = new ArrayList<CompletableFuture<String>>();
        for (var request : requests) {
            answers.add(submit(request));
            awaitQueue(answers.size());
        }
        release.countDown();
        holding.join();
        return answers;
    }

    /** Keeps the writer busy, so that whatever is submitted meanwhile becomes one batch. */
    private CompletableFuture<String> hold(CountDownLatch release) {
        var held = new CountDownLatch(1);
        var holding = submit(() -> {
            held.countDown();
            await(release);
            return "held";
        });
        await(held);
        return holding;
    }

    private CompletableFuture<String> submit(Supplier<String> work) {
        return CompletableFuture.supplyAsync(() -> writer.write(work), callers);
    }

    private void awaitQueue(int size) {
        var queue = meters.get("tiktoken.writer.queue").gauge();
        while (queue.value() < size) {
            Thread.onSpinWait();
        }
    }

    private void fillTheDisk() {
        var pages = jdbc.sql("PRAGMA page_count").query(Integer.class).single();
        jdbc.sql("PRAGMA max_page_count = " + pages).query(Integer.class).single();
        jdbc.sql("INSERT INTO notes (id, text) VALUES (?, hex(randomblob(100000)))")
                .param(newId())
                .update();
    }

    private Supplier<String> inserting(String id) {
        return () -> {
            insert(id, "written");
            return id;
        };
    }

    private void insert(String id, String text) {
        jdbc.sql("INSERT INTO notes (id, text) VALUES (?, ?)").params(id, text).update();
    }

    private boolean exists(String id) {
        var reading = new TransactionTemplate(transactionManager);
        reading.setReadOnly(true);
        return Boolean.TRUE.equals(reading.execute(_ -> jdbc.sql("SELECT count(*) FROM notes WHERE id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static Throwable failureOf(CompletableFuture<?> answer) {
        var thrown = catchThrowable(answer::join);
        return thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
