package io.tiktoken.system.speed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What the rounds of one shop with one number of customers came to. */
final class Measured {

    static final String HEADINGS = String.format(
            Locale.ROOT,
            "%-10s %-9s %9s | %8s %17s | %7s %7s | %7s: %7s %7s %7s %7s %7s %7s | %6s | %s",
            "shop",
            "work",
            "customers",
            "per s",
            "(least to most)",
            "p50 ms",
            "p99 ms",
            "CPU ms",
            "gateway",
            "auth",
            "catalog",
            "wallet",
            "order",
            "fx",
            "trial",
            "other answers");

    private final List<Load> loads = new ArrayList<>();
    private final Map<String, Long> processorMillis = new LinkedHashMap<>();
    private long ownMillis;

    void add(Load load, Map<String, Long> before, Map<String, Long> after, long own) {
        loads.add(load);
        after.forEach((program, millis) -> processorMillis.merge(program, millis - before.get(program), Long::sum));
        ownMillis += own;
    }

    /** A line below the {@link #HEADINGS}. */
    String line(String shop, Work work, int customers) {
        var count = loads.stream().mapToLong(Load::count).sum();
        var rates = loads.stream().map(Load::rate).sorted().toList();
        var each = new StringBuilder();
        processorMillis
                .values()
                .forEach(millis -> each.append(String.format(Locale.ROOT, " %7.2f", millis / (double) count)));
        var total = processorMillis.values().stream().mapToLong(Long::longValue).sum();
        return String.format(
                Locale.ROOT,
                "%-10s %-9s %9d | %8.1f %7.1f to %7.1f | %7.1f %7.1f | %7.2f:%s | %6.2f | %s",
                shop,
                work.name().toLowerCase(Locale.ROOT),
                customers,
                median(Load::rate),
                rates.getFirst(),
                rates.getLast(),
                median(load -> load.percentile(50)),
                median(load -> load.percentile(99)),
                total / (double) count,
                each,
                ownMillis / (double) count,
                refusals());
    }

    private Map<String, Long> refusals() {
        var all = new TreeMap<String, Long>();
        loads.forEach(load -> load.refusals().forEach((what, times) -> all.merge(what, times.sum(), Long::sum)));
        return all;
    }

    private double median(ToDoubleFunction<Load> figure) {
        var sorted = loads.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
