package io.tiktoken.order.purchase;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Service;

/**
 * Carries on purchases that were cut short: by a crash, a pause, or a neighbour that gave no answer. A
 * bounded batch at a time, each under a lease, so that several services may look at the same time.
 */
@Service
public class RecoverPurchases {

    private static final Logger log = LoggerFactory.getLogger(RecoverPurchases.class);

    private final Purchases purchases;
    private final PurchaseSaga saga;
    private final AsyncTaskExecutor recoveryThreads;
    private final PurchaseSettings settings;

    RecoverPurchases(
            Purchases purchases, PurchaseSaga saga, AsyncTaskExecutor recoveryThreads, PurchaseSettings settings) {
        this.purchases = purchases;
        this.saga = saga;
        this.recoveryThreads = recoveryThreads;
        this.settings = settings;
    }

    /**
     * One look.
     *
     * @return how many were due
     */
    public int recover() {
        var due = purchases.due();
        var running = due.stream().map(this::start).toList();
        running.forEach(this::await);
        return due.size();
    }

    private Running start(PurchaseId id) {
        return new Running(id, recoveryThreads.submit(() -> purchases.claim(id).map(saga::run)));
    }

    /** One that hangs must not keep the others waiting for the next look. */
    private void await(Running recovery) {
        try {
            recovery.end().get(settings.lease().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            log.warn("Recovering purchase {} takes long; it goes on", recovery.id());
        } catch (ExecutionException failed) {
            log.warn(
                    "Purchase {} could not be recovered and will be tried again: {}",
                    recovery.id(),
                    String.valueOf(failed.getCause()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private record Running(PurchaseId id, Future<?> end) {}
}
