package io.tiktoken.wallet.speed;

import java.util.ArrayList;
import java.util.List;

/** What the rounds with one number of clients came to: medians of what a round has, means of what a transfer takes. */
final class Measured {

    static final String HEADINGS = "%7s %11s | %11s %5s | %11s %5s | %18s %7s %7s | %19s"
            .formatted(
                    "clients",
                    "transfers/s",
                    "pgbench tps",
                    "ratio",
                    "bare loop/s",
                    "ratio",
                    "mean batch, bare's",
                    "p50 ms",
                    "p99 ms",
                    "CPU µs: service, us");

    private final int clients;
    private final List<Load> loads = new ArrayList<>();
    private final List<Double> pgbench = new ArrayList<>();
    private long transfers;
    private long ownCpuMicros;
    private long serviceCpuMicros;
    private double flushes;
    private double writes;

    Measured(int clients) {
        this.clients = clients;
    }

    void add(Load load, long ownCpu, long serviceCpu, Service.Batches batches) {
        loads.add(load);
        transfers += load.latencies().length;
        ownCpuMicros += ownCpu;
        serviceCpuMicros += serviceCpu;
        flushes += batches.flushes();
        writes += batches.writes();
    }

    void addPgbench(double tps) {
        pgbench.add(tps);
    }

    double transfersPerSecond() {
        return median(loads.stream().map(Load::perSecond).toList());
    }

    double batch() {
        return writes / flushes;
    }

    /** A line below the {@link #HEADINGS}. */
    String line(BareTrial.Result bare) {
        var tps = pgbench.isEmpty() ? Double.NaN : median(pgbench);
        return "%7d %11.0f | %11.0f %5.2f | %11.0f %5.2f | %10.1f %7.1f %7.1f %7.1f | %12d %6d"
                .formatted(
                        clients,
                        transfersPerSecond(),
                        tps,
                        transfersPerSecond() / tps,
                        bare.perSecond(),
                        transfersPerSecond() / bare.perSecond(),
                        batch(),
                        bare.batch(),
                        median(loads.stream().map(load -> load.millis(50)).toList()),
                        median(loads.stream().map(load -> load.millis(99)).toList()),
                        serviceCpuMicros / transfers,
                        ownCpuMicros / transfers);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
