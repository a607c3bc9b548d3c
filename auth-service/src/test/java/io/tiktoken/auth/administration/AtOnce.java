package io.tiktoken.auth.administration;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several do something at the same moment. */
final class AtOnce {

    private AtOnce() {}

    static <T> List<T> run(List<Callable<T>> actions) {
        var everybodyIsReady = new CountDownLatch(actions.size());
        try (var threads = Executors.newFixedThreadPool(actions.size())) {
            var waiting = actions.stream()
                    .<Callable<T>>map(action -> () -> {
                        everybodyIsReady.countDown();
                        everybodyIsReady.await();
                        return action.call();
                    })
                    .toList();
            return threads.invokeAll(waiting).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
