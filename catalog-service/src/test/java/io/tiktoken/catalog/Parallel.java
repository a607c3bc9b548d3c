package io.tiktoken.catalog;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many callers at the same moment. */
public final class Parallel {

    private Parallel() {}

    /** All start together; the answers are in the order of the callers. */
    public static <T> List<T> run(List<Callable<T>> callers) throws InterruptedException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = callers.stream()
                    .map(caller -> threads.submit(() -> {
                        start.await();
                        return caller.call();
                    }))
                    .toList();
            start.countDown();
            return answers.stream().map(Parallel::answer).toList();
        }
    }

    public static <T> List<T> times(int count, Callable<T> caller) throws InterruptedException {
        return run(IntStream.range(0, count).mapToObj(_ -> caller).toList());
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
