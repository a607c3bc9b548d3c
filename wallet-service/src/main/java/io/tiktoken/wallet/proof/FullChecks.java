package io.tiktoken.wallet.proof;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/** Looks at everything in the background, one look at a time, and remembers how the last one ended. */
@Service
public class FullChecks implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(FullChecks.class);

    private final ProveLedger proveLedger;
    private final Clock clock;
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile @Nullable FullCheck running;
    private volatile @Nullable FullCheck ended;
    private volatile @Nullable FullCheck finished;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    FullChecks(ProveLedger proveLedger, Clock clock) {
        this.proveLedger = proveLedger;
        this.clock = clock;
    }

    /** Begins one, unless one is going on already. */
    public synchronized FullCheck request() {
        var now = running;
        if (now == null) {
            var begun = proveLedger.begin();
            var next = Thread.ofPlatform().daemon().name("full-check").unstarted(() -> run(begun));
            running = begun;
            start(next);
            thread = next;
            return begun;
        }
        return now;
    }

    /** The one that is going on. */
    public Optional<FullCheck> running() {
        return Optional.ofNullable(running);
    }

    /** The last that ended, be it that it was given up; nothing before the first. */
    public Optional<FullCheck> ended() {
        return Optional.ofNullable(ended);
    }

    /** The last that came to its end. */
    Optional<FullCheck> finished() {
        return Optional.ofNullable(finished);
    }

    /** Waits until there is one that has ended, but not for long. */
    void awaitFirst(Duration patience) {
        try {
            first.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A check whose thread cannot be started, because there are too many, must not count as running for ever. */
    private void start(Thread next) {
        try {
            next.start();
        } catch (Throwable refused) {
            running = null;
            throw refused;
        }
    }

    private void run(FullCheck begun) {
        try {
            finish(proveLedger.prove(begun, progress -> running = progress));
        } catch (Throwable failure) {
            if (stopping) {
                log.info("The full check of the ledger ends with the service; the next start begins it anew");
            } else {
                log.error("The full check of the ledger could not be finished: ask for another one", failure);
                ended = begun.givenUp(clock.instant());
            }
        } finally {
            running = null;
            first.countDown();
        }
    }

    private void finish(FullCheck check) {
        ended = check;
        finished = check;
        if (check.holds()) {
            log.info(
                    "The ledger proves, from its first entry to its {}th",
                    check.findings().head().height());
        } else {
            log.error("The ledger does not prove: {}. Stop money from moving and compare it with a backup.", check);
        }
    }

    @Override
    public synchronized void destroy() {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
