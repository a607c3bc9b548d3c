package io.tiktoken.order.purchase;

import java.util.LinkedHashMap;
import java.util.concurrent.Future;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Service;

/**
 * Carries on purchases that were cut short: by a crash, a pause, or a neighbour that gave no answer. A
 * bounded batch at a time, each under a lease, so that several services may look at the same time.
 */
@Service
public class RecoverPurchases {

    private final Purchases purchases;
    private final PurchaseSaga saga;
    private final PurchaseWorkers workers;
    private final AsyncTaskExecutor recoveryThreads;
    private final PurchaseSettings settings;

    RecoverPurchases(
            Purchases purchases,
            PurchaseSaga saga,
            PurchaseWorkers workers,
            AsyncTaskExecutor recoveryThreads,
            PurchaseSettings settings) {
        this.purchases = purchases;
        this.saga = saga;
        this.workers = workers;
        this.recoveryThreads = recoveryThreads;
        this.settings = settings;
    }

    /**
     * One look.
     *
     * @return how many were due
     */
    public int recover() {
        var runs = new LinkedHashMap<PurchaseId, Future<?>>();
        purchases
                .due()
                .forEach(id -> runs.put(
                        id, recoveryThreads.submit(() -> purchases.claim(id).map(saga::run))));
        // One that hangs must not keep the others waiting for the next look.
        runs.forEach((id, run) -> workers.await(id, run, settings.lease()));
        return runs.size();
    }
}
