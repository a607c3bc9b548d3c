package io.tiktoken.system.bank;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** How much is to be done, shared by all clients; each of them stops when another has met with a surprise. */
final class Work {

    private final int target;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();

    Work(int target) {
        this.target = target;
    }

    boolean isLeft() {
        return !stopped.get() && done.get() < target;
    }

    void done() {
        done.incrementAndGet();
    }

    int count() {
        return done.get();
    }

    void stop() {
        stopped.set(true);
    }

    /** Waits until so much is done, or there is nothing left to wait for. */
    void await(int count) throws InterruptedException {
        while (isLeft() && done.get() < count) {
            Thread.sleep(5);
        }
    }
}
