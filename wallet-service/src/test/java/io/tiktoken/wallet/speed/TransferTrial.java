package io.tiktoken.wallet.speed;

import com.nimbusds.jose.JOSEException;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * How many durable transfers a second the service makes over HTTP, through its own port and with everything that a
 * transfer takes: token, approval, idempotency key, limits, the sealed entry and a flush to the disk. In the same
 * sitting, PostgreSQL's pgbench. In the end the service is killed, and its ledger must hold with every transfer that
 * was acknowledged.
 */
public final class TransferTrial {

    private static final int WALLETS = 1_000;
    private static final List<Integer> CLIENTS = List.of(8, 32, 64);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("trial.warm-up", 15));
    private static final int ROUNDS = Integer.getInteger("trial.rounds", 3);
    private static final int SECONDS = Integer.getInteger("trial.seconds", 5);

    private final Service service;
    private final Crowd crowd;
    private long acknowledged;

    private TransferTrial(Service service, Crowd crowd) {
        this.service = service;
        this.crowd = crowd;
    }

    /** @param arguments the module's {@code target}, where its jar is and the databases are to be */
    public static void main(String[] arguments) throws IOException, InterruptedException, JOSEException {
        var target = Path.of(arguments.length > 0 ? arguments[0] : "target").toAbsolutePath();
        var jar = target.resolve("wallet-service.jar");
        var folder = Files.createTempDirectory(target, "transfer-trial");
        var options = System.getProperty("trial.service", "").strip();
        try (var issuer = new Issuer()) {
            var crowd = new Crowd(issuer, WALLETS);
            long expected;
            var split = options.isEmpty() ? List.<String>of() : List.of(options.split("\\s+"));
            try (var service = new Service(jar, folder, issuer.address(), split)) {
                var trial = new TransferTrial(service, crowd);
                trial.run();
                expected = trial.acknowledged;
                if (split.isEmpty()) {
                    service.kill();
                }
            }
            try (var again = new Service(jar, folder, issuer.address(), List.of())) {
                requireAll(expected, again);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void run() throws IOException, InterruptedException {
        send(crowd.topUps(), 8);
        var load = send(crowd.transfers(2_000), 32);
        for (var warm = Duration.ZERO; warm.compareTo(WARM_UP) < 0; warm = warm.plus(load.took())) {
            load = send(crowd.transfers((int) (2 * load.perSecond())), 32);
        }
        System.out.printf(
                "%7s %11s %11s %6s %10s %9s %9s %12s %12s%n",
                "clients",
                "transfers/s",
                "pgbench tps",
                "ratio",
                "mean batch",
                "p50 ms",
                "p99 ms",
                "service µs",
                "clients' µs");
        for (var clients : CLIENTS) {
            measure(clients, load.perSecond());
        }
    }

    private void measure(int clients, double expectedRate) throws IOException, InterruptedException {
        crowd.logInAgain();
        var rates = new ArrayList<Double>();
        var tps = new ArrayList<Double>();
        var halves = new ArrayList<Double>();
        var worst = new ArrayList<Double>();
        var rate = expectedRate;
        var flushes = 0.0;
        var service0 = 0L;
        var clients0 = 0L;
        var sent = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            var requests = crowd.transfers((int) (SECONDS * rate));
            System.gc(); // Now, so that it is not later.
            var batches = service.batches();
            var cpu = service.cpuMicros();
            var own = ownCpuMicros();
            var load = send(requests, clients);
            clients0 += ownCpuMicros() - own;
            service0 += service.cpuMicros() - cpu;
            flushes += service.batches().flushes() - batches.flushes();
            sent += requests.size();
            rate = load.perSecond();
            rates.add(rate);
            halves.add(load.millis(50));
            worst.add(load.millis(99));
            Pgbench.run(clients, SECONDS).ifPresent(tps::add);
        }
        var pgbench = tps.isEmpty() ? Double.NaN : median(tps);
        System.out.printf(
                "%7d %11.0f %11.0f %6.2f %10.1f %9.1f %9.1f %12d %12d%n",
                clients,
                median(rates),
                pgbench,
                median(rates) / pgbench,
                sent / flushes,
                median(halves),
                median(worst),
                service0 / sent,
                clients0 / sent);
    }

    private Load send(List<byte[]> requests, int clients) throws InterruptedException {
        var load = Load.send(requests, service.port(), clients);
        acknowledged += requests.size();
        return load;
    }

    private static void requireAll(long expected, Service service) {
        var proof = service.proof();
        var height = proof.path("height").asLong();
        if (!proof.path("holds").asBoolean() || height != expected) {
            throw new IllegalStateException("%d were acknowledged, but: %s".formatted(expected, proof));
        }
        System.out.printf("After a kill and a new start the ledger holds, with all %d acknowledged entries.%n", height);
    }

    private static long ownCpuMicros() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1_000;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
