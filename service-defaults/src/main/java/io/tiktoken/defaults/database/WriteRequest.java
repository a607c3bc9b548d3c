package io.tiktoken.defaults.database;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionStatus;

/** One caller's work, and the answer that it gets when the batch is on the disk. */
final class WriteRequest<T extends @Nullable Object> {

    private static final ContextSnapshotFactory CONTEXT =
            ContextSnapshotFactory.builder().build();

    private final Supplier<T> work;
    private final ContextSnapshot callersContext = CONTEXT.captureAll();
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private Supplier<T> outcome = () -> {
        throw new IllegalStateException("This request has not run");
    };

    WriteRequest(Supplier<T> work) {
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
