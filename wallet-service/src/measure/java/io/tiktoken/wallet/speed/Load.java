package io.tiktoken.wallet.speed;

import java.io.IOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * How long it took to have so many requests answered.
 *
 * @param latencies of each, the shortest first, in nanoseconds
 */
record Load(Duration took, long[] latencies) {

    private static final int CREATED = 201;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    /**
     * Sends them all from so many clients, each on a connection of its own and one at a time; all must succeed. One
     * thread serves all clients, much as in pgbench: the processors are for the service.
     */
    static Load send(List<byte[]> requests, int port, int clients) throws IOException {
        var latencies = new long[requests.size()];
        var began = System.nanoTime();
        var selector = Selector.open();
        try {
            var next = requests.iterator();
            for (var client = 0; client < clients && next.hasNext(); client++) {
                new Connection(selector, port).send(next.next());
            }
            for (var answered = 0; answered < latencies.length; ) {
                answered += serve(selector, next, latencies, answered);
            }
        } finally {
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
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

    /** Whoever has an answer sends the next request; returns how many had one. */
    private static int serve(Selector selector, Iterator<byte[]> next, long[] latencies, int before)
            throws IOException {
        if (selector.select(LONGEST_SILENCE.toMillis()) == 0) {
            throw new IllegalStateException("No answer for " + LONGEST_SILENCE);
        }
        var answered = 0;
        for (var key : selector.selectedKeys()) {
            var connection = (Connection) key.attachment();
            if (connection.read()) {
                latencies[before + answered] = connection.waited();
                answered++;
                if (connection.status() != CREATED) {
                    throw new IllegalStateException("Refused: " + connection.answer());
                }
                if (next.hasNext()) {
                    connection.send(next.next());
                }
            }
        }
        selector.selectedKeys().clear();
        return answered;
    }
}
