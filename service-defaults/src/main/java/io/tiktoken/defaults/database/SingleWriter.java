package io.tiktoken.defaults.database;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one writer of a service's database. Requests queue up, one thread runs as many as are waiting in
 * one transaction, commits once, and only then answers them all: many durable writes for one flush to the disk.
 *
 * <p>At the place of use it reads like a {@link TransactionTemplate}: {@code writer.write(() -> …)}. Inside,
 *
 * <ul>
 *   <li>a refusal is a returned value, and what was written before it is committed with it;
 *   <li>an exception undoes what this one request wrote, as does a violated constraint;
 *   <li>any other error of the database ends the whole batch, because SQLite may already have rolled
 *       everything back: nobody in it is answered with success, and all may repeat.
 * </ul>
 *
 * <p>Never call another service from inside: everybody else would wait for its answer. And change nothing but the
 * database: when one request of a batch throws, the batch is undone and run again, each request inside a savepoint of
 * its own. Exceptions are rare, and savepoints cost every request two statements and a copy of all pages that it changes.
 *
 * <p>After a batch that the database failed, the writer takes a new connection. While there is none to be had, it
 * refuses whatever is asked of it, says so in the service's health, and tries again, ever more rarely but without end.
 */
public final class SingleWriter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SingleWriter.class);
    /** Stopped after everything that may still write: web server, timers and workers all have a higher phase. */
    private static final int PHASE = 0;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** How often the thread looks whether the service stops. */
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Throws the pooled connection away, after an error that may have spoilt it, and makes sure of another one. */
    @FunctionalInterface
    interface Renewal {
        void renew() throws SQLException;
    }

    private final TransactionTemplate transactions;
    private final Renewal renewal;
    private final BlockingQueue<WriteRequest<?>> queue;
    private final int largestBatch;
    private final DistributionSummary batchSizes;

    private volatile @Nullable Thread thread;
    private volatile boolean stopping;
    private volatile boolean stopped = true;
    private volatile boolean connected = true;

    SingleWriter(
            PlatformTransactionManager transactionManager,
            Renewal renewal,
            DatabaseSettings settings,
            MeterRegistry meters) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.renewal = renewal;
        this.queue = new ArrayBlockingQueue<>(settings.writeQueue());
        this.largestBatch = settings.writeBatch();
        this.batchSizes = DistributionSummary.builder("tiktoken.writer.batch")
                .description("How many requests shared one flush to the disk")
                .register(meters);
        Gauge.builder("tiktoken.writer.queue", queue, BlockingQueue::size)
                .description("How many requests wait for the writer")
                .register(meters);
    }

    /**
     * Runs the work in the next batch and returns what it returned, once that is on the disk. Inside
     * another write, it simply becomes part of that.
     *
     * @throws WriteUnavailableException when it is not confirmed and may be repeated
     */
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        if (Thread.currentThread().equals(thread)) {
            return work.get();
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A write cannot begin inside a read transaction");
        }
        var request = new WriteRequest<>(work);
        if (stopping || !queue.offer(request)) {
            throw new WriteUnavailableException(stopping ? "The service is stopping" : "Too many writes wait", null);
        }
        if (stopped && queue.remove(request)) {
            throw new WriteUnavailableException("The service has stopped", null);
        }
        return request.await();
    }

    /** As {@link #write(Supplier)}, for work that returns nothing. */
    public void run(Runnable work) {
        this.<@Nullable Object>write(() -> {
            work.run();
            return null;
        });
    }

    @Override
    public void start() {
        stopping = false;
        stopped = false;
        thread = Thread.ofPlatform().name("single-writer").start(this::serve);
    }

    /** Lets what is queued be written, then ends. */
    @Override
    public void stop() {
        stopping = true;
        try {
            requireNonNull(thread).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !stopped;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Whether there is a thread that writes and, as far as it knows, a connection to write on. */
    boolean isAble() {
        var serving = thread;
        return connected && serving != null && serving.isAlive();
    }

    private void serve() {
        while (!stopping || (connected && !queue.isEmpty())) {
            try {
                if (connected) {
                    serveNextBatch();
                } else {
                    awaitConnection();
                }
            } catch (InterruptedException e) {
                log.warn("The single writer was interrupted and goes on: only stopping the service ends it");
            } catch (Throwable unexpected) {
                goOnAfter(unexpected);
            }
        }
        stopped = true;
        // Whoever slipped in between the last look and the line above must not wait for ever.
        refuseWhoWaits("The service has stopped");
    }

    private void serveNextBatch() throws InterruptedException {
        var first = queue.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        var batch = new ArrayList<WriteRequest<?>>(largestBatch);
        batch.add(first);
        try {
            queue.drainTo(batch, largestBatch - 1);
            commit(batch);
        } catch (Throwable cutShort) {
            // Those that have their answer keep it; nobody else must wait for one that will not come.
            unconfirmed(batch, new WriteUnavailableException("The batch was cut short", cutShort));
            throw cutShort;
        }
    }

    private void commit(List<WriteRequest<?>> batch) {
        try {
            if (!ranTogether(batch) && batch.size() > 1) {
                transactions.executeWithoutResult(status -> batch.forEach(request -> request.runAlone(status)));
            }
        } catch (Throwable failure) {
            log.error(
                    "A batch of {} writes was not committed; each is answered 503 and may be repeated: {}",
                    batch.size(),
                    failure.toString());
            log.debug("The batch failed here", failure);
            unconfirmed(batch, new WriteUnavailableException("The batch was not committed", failure));
            renewConnection();
            return;
        }
        try {
            batchSizes.record(batch.size());
        } finally {
            batch.forEach(WriteRequest::answer);
        }
    }

    private void renewConnection() {
        try {
            renewal.renew();
            connected = true;
        } catch (Throwable none) {
            connected = false;
            log.error(
                    "The single writer has no connection, and refuses every write until it has one: {}",
                    none.toString());
        }
    }

    /** Refuses at once whoever comes meanwhile: nobody knows how long it takes. */
    private void awaitConnection() throws InterruptedException {
        for (var pause = FIRST_PAUSE; !connected && !stopping; pause = longer(pause)) {
            refuseWhoComesWithin(pause);
            renewConnection();
        }
        if (connected) {
            log.info("The single writer has a connection again");
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private void refuseWhoComesWithin(Duration pause) throws InterruptedException {
        var end = System.nanoTime() + pause.toNanos();
        for (var left = pause.toNanos(); left > 0 && !stopping; left = end - System.nanoTime()) {
            var next = queue.poll(Math.min(left, LOOK.toNanos()), TimeUnit.NANOSECONDS);
            if (next != null) {
                next.unconfirmed(new WriteUnavailableException("The database cannot be reached", null));
            }
        }
    }

    private void refuseWhoWaits(String why) {
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            next.unconfirmed(new WriteUnavailableException(why, null));
        }
    }

    private static void unconfirmed(List<WriteRequest<?>> batch, WriteUnavailableException reason) {
        batch.forEach(request -> request.unconfirmed(reason));
    }

    /** Not even an error that cannot be logged, because memory has run out, may end the thread: nobody could write again. */
    private static void goOnAfter(Throwable unexpected) {
        try {
            log.error("The single writer met an error that nobody expected, and goes on", unexpected);
        } catch (Throwable unspeakable) {
            // There is nobody left to tell.
        }
    }

    /** False when one of them threw, and nothing was written. */
    private boolean ranTogether(List<WriteRequest<?>> batch) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var ran = batch.stream().allMatch(WriteRequest::run);
            if (!ran) {
                status.setRollbackOnly();
            }
            return ran;
        }));
    }
}
