package io.tiktoken.order.purchase;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.stereotype.Component;

/**
 * Runs customers' purchases in the background, so that a request may stop waiting for one without
 * stopping it. Whatever goes wrong in here, the purchase stays where it was stored, and recovery finds it.
 */
@Component
class PurchaseWorkers {

    private static final Logger log = LoggerFactory.getLogger(PurchaseWorkers.class);

    private final AsyncTaskExecutor purchaseThreads;
    private final PurchaseSaga saga;
    private final Purchases purchases;
    private final PurchaseSettings settings;

    PurchaseWorkers(
            AsyncTaskExecutor purchaseThreads, PurchaseSaga saga, Purchases purchases, PurchaseSettings settings) {
        this.purchaseThreads = purchaseThreads;
        this.saga = saga;
        this.purchases = purchases;
        this.settings = settings;
    }

    /**
     * Runs it, and waits for it.
     *
     * @return where the purchase stands when it is over, when it must wait, or when the time is up
     */
    Purchase runForAWhile(Purchase purchase) {
        try {
            var run = purchaseThreads.submit(() -> saga.run(purchase));
            await(purchase.id(), run, settings.answerWithin());
            if (run.state() == Future.State.SUCCESS && run.resultNow().step().isFinal()) {
                return run.resultNow();
            }
        } catch (TaskRejectedException busy) {
            log.warn("All workers are busy; purchase {} is left to recovery", purchase.id());
        }
        return purchases.get(purchase.id());
    }

    /** Waits until a run ends, but no longer than this. */
    void await(PurchaseId id, Future<?> run, Duration most) {
        try {
            run.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            log.info("Purchase {} takes longer than it is waited for; it goes on", id);
        } catch (ExecutionException failed) {
            log.warn("Purchase {} was interrupted and will be recovered: {}", id, String.valueOf(failed.getCause()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
