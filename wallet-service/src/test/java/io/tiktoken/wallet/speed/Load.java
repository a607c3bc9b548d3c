package io.tiktoken.wallet.speed;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * How long it took to have so many requests answered.
 *
 * @param latencies of each, the shortest first, in nanoseconds
 */
record Load(Duration took, long[] latencies) {

    private static final int CREATED = 201;

    /** Sends them all from so many clients, each on a connection of its own and one at a time; all must succeed. */
    static Load send(List<byte[]> requests, int port, int clients) throws InterruptedException {
        var next = new AtomicInteger();
        var latencies = new long[requests.size()];
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var all = IntStream.range(0, clients)
                    .mapToObj(_ -> threads.submit(() -> {
                        client(requests, port, next, latencies);
                        return true;
                    }))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        Arrays.sort(latencies);
        return new Load(took, latencies);
    }

    double perSecond() {
        return latencies.length * 1e9 / took.toNanos();
    }

    /** Which so many percent did not exceed. */
    double millis(int percentile) {
        return latencies[Math.min(latencies.length - 1, latencies.length * percentile / 100)] / 1e6;
    }

    private static void client(List<byte[]> requests, int port, AtomicInteger next, long[] latencies)
            throws IOException {
        try (var connection = new Connection(port)) {
            for (var mine = next.getAndIncrement(); mine < requests.size(); mine = next.getAndIncrement()) {
                var sent = System.nanoTime();
                if (connection.exchange(requests.get(mine)) != CREATED) {
                    next.set(requests.size()); // Nobody needs to go on.
                    throw new IllegalStateException("Refused: " + connection.answer());
                }
                latencies[mine] = System.nanoTime() - sent;
            }
        }
    }
}
