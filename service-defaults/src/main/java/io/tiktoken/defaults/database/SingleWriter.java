package io.tiktoken.defaults.database;

import static java.util.Objects.requireNonNull;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
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
 */
public final class SingleWriter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SingleWriter.class);
    private static final ContextSnapshotFactory CONTEXT =
            ContextSnapshotFactory.builder().build();
    /** Stopped after everything that may still write: web server, timers and workers all have a higher phase. */
    private static final int PHASE = 0;

    private final TransactionTemplate transactions;
    private final Runnable renewConnection;
    private final BlockingQueue<Request<?>> queue;
    private final int largestBatch;
    private final DistributionSummary batchSizes;

    private volatile @Nullable Thread thread;
    private volatile boolean stopping;
    private volatile boolean stopped = true;

    /** @param renewConnection throws the pooled connection away, after an error that may have spoilt it */
    public SingleWriter(
            PlatformTransactionManager transactionManager,
            Runnable renewConnection,
            DatabaseSettings settings,
            MeterRegistry meters) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.renewConnection = renewConnection;
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
        var request = new Request<>(work);
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

    private void serve() {
        var batch = new ArrayList<Request<?>>(largestBatch);
        while (!stopping || !queue.isEmpty()) {
            try {
                var first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, largestBatch - 1);
                    commit(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                log.warn("The single writer was interrupted and goes on: only stopping the service ends it");
            }
        }
        stopped = true;
        // Whoever slipped in between the last look and the line above must not wait for ever.
        for (var late = queue.poll(); late != null; late = queue.poll()) {
            late.unconfirmed(new WriteUnavailableException("The service has stopped", null));
        }
    }

    private void commit(List<Request<?>> batch) {
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
            renewConnection.run();
            var unavailable = new WriteUnavailableException("The batch was not committed", failure);
            batch.forEach(request -> request.unconfirmed(unavailable));
            return;
        }
        batchSizes.record(batch.size());
        batch.forEach(Request::answer);
    }

    /** False when one of them threw, and nothing was written. */
    private boolean ranTogether(List<Request<?>> batch) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var ran = batch.stream().allMatch(Request::run);
            if (!ran) {
                status.setRollbackOnly();
            }
            return ran;
        }));
    }

    /** One caller's work, and the answer that it gets when the batch is on the disk. */
    private static final class Request<T extends @Nullable Object> {

        private final Supplier<T> work;
        private final ContextSnapshot callersContext = CONTEXT.captureAll();
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private Supplier<T> outcome = () -> {
            throw new IllegalStateException("This request has not run");
        };

        Request(Supplier<T> work) {
            this.work = work;
        }

        /** False when it threw, and what it has written must be undone. */
        boolean run() {
            try (var _ = callersContext.setThreadLocals()) {
                var result = work.get();
                outcome = () -> result;
                return true;
            } catch (RuntimeException failure) {
                if (endsTheBatch(failure)) {
                    throw failure;
                }
                outcome = () -> {
                    throw failure;
                };
                return false;
            }
        }

        void runAlone(TransactionStatus transaction) {
            var savepoint = transaction.createSavepoint();
            if (!run()) {
                transaction.rollbackToSavepoint(savepoint);
            }
            transaction.releaseSavepoint(savepoint);
        }

        void answer() {
            try {
                answer.complete(outcome.get());
            } catch (RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        }

        void unconfirmed(WriteUnavailableException reason) {
            answer.completeExceptionally(reason);
        }

        T await() {
            try {
                return answer.join();
            } catch (CompletionException wrapped) {
                throw wrapped.getCause() instanceof RuntimeException failure ? failure : wrapped;
            }
        }

        private static boolean endsTheBatch(RuntimeException failure) {
            if (failure instanceof DataIntegrityViolationException) {
                return false;
            }
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException) {
                    return true;
                }
            }
            return false;
        }
    }
}
