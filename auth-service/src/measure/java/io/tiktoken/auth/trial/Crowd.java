package io.tiktoken.auth.trial;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Clients that each do one thing after the other for a while, and what they were answered. */
final class Crowd {

    private Crowd() {}

    /**
     * How often each status was answered.
     *
     * @param doing what the n-th client does again and again, and the status that it got
     */
    static Map<Integer, LongAdder> of(int clients, Duration time, IntFunction<Callable<Integer>> doing)
            throws Exception {
        var answers = new ConcurrentSkipListMap<Integer, LongAdder>();
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var everybody = IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(() -> {
                        var call = doing.apply(client);
                        while (System.nanoTime() < end) {
                            answers.computeIfAbsent(call.call(), _ -> new LongAdder())
                                    .increment();
                        }
                        return client;
                    }))
                    .toList();
            for (var client : everybody) {
                client.get();
            }
        }
        return answers;
    }

    static long count(Map<Integer, LongAdder> answers, int status) {
        var count = answers.get(status);
        return count == null ? 0 : count.sum();
    }
}
