package io.tiktoken.system.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * What a number of customers got done in a time, each beginning anew as soon as the last thing is done.
 *
 * @param millis how long each thing took that was done, ascending
 * @param perSecond how many were done in each second
 * @param refusals how often each other answer was given
 */
record Load(double seconds, double[] millis, long[] perSecond, Map<String, LongAdder> refusals) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int PERCENT = 100;

    static Load of(Work work, List<Customer> customers, int seconds) throws InterruptedException, ExecutionException {
        var refusals = new ConcurrentSkipListMap<String, LongAdder>();
        var perSecond =
                IntStream.range(0, seconds + 1).mapToObj(_ -> new LongAdder()).toList();
        var began = System.nanoTime();
        var end = began + (long) (seconds * NANOS_PER_SECOND);
        var millis = new ArrayList<Double>();
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var everybody = IntStream.range(0, customers.size())
                    .mapToObj(number -> threads.submit(() -> {
                        var customer = customers.get(number);
                        var other = customers.get((number + 1) % customers.size());
                        var done = new ArrayList<Double>();
                        for (var now = System.nanoTime(); now < end; now = System.nanoTime()) {
                            try {
                                work.does(customer, other);
                                var then = System.nanoTime();
                                done.add((then - now) / NANOS_PER_MILLI);
                                perSecond
                                        .get((int) Math.min(seconds, (then - began) / (long) NANOS_PER_SECOND))
                                        .increment();
                            } catch (IOException e) {
                                refusals.computeIfAbsent(nameOf(e), _ -> new LongAdder())
                                        .increment();
                            }
                        }
                        return done;
                    }))
                    .toList();
            for (var somebody : everybody) {
                millis.addAll(somebody.get());
            }
        }
        return new Load(
                (System.nanoTime() - began) / NANOS_PER_SECOND,
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray(),
                perSecond.stream().mapToLong(LongAdder::sum).toArray(),
                refusals);
    }

    private static String nameOf(IOException e) {
        return e instanceof Refused ? String.valueOf(e.getMessage()) : "no answer";
    }

    int count() {
        return millis.length;
    }

    double rate() {
        return count() / seconds;
    }

    /** How long at most it took so many of a hundred. */
    double percentile(int percent) {
        return count() == 0 ? Double.NaN : millis[Math.min(count() - 1, count() * percent / PERCENT)];
    }

    /** How many a second in this part of the time. */
    double rateBetween(int from, int to) {
        return Arrays.stream(perSecond, from, to).sum() / (double) (to - from);
    }
}
