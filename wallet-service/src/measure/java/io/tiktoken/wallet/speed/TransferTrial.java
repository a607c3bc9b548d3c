package io.tiktoken.wallet.speed;

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
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("trial.warm-up", 60));
    private static final int ROUNDS = Integer.getInteger("trial.rounds", 5);
    private static final int SECONDS = Integer.getInteger("trial.seconds", 5);

    private final Service service;
    private final Crowd crowd;
    private long acknowledged;

    private TransferTrial(Service service, Crowd crowd) {
        this.service = service;
        this.crowd = crowd;
    }

    /** @param arguments the module's {@code target}, where its jar is and the databases are to be */
    public static void main(String[] arguments) throws Exception {
        var target = Path.of(arguments.length > 0 ? arguments[0] : "target").toAbsolutePath();
        var folder = Files.createTempDirectory(target, "transfer-trial");
        try (var issuer = new Issuer()) {
            var crowd = new Crowd(issuer, WALLETS);
            var measured = overHttp(target.resolve("wallet-service.jar"), folder, issuer, crowd);
            var bare = new BareTrial(folder, issuer, crowd, folder.resolve("wallet.db"));
            System.out.println(Measured.HEADINGS);
            for (var one : measured) {
                System.out.println(one.line(bare.measure((int) Math.round(one.batch()))));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static List<Measured> overHttp(Path jar, Path folder, Issuer issuer, Crowd crowd) throws Exception {
        var options = System.getProperty("trial.service", "").strip();
        var measured = new ArrayList<Measured>();
        long acknowledged;
        try (var service = new Service(jar, folder, issuer.address(), options)) {
            var trial = new TransferTrial(service, crowd);
            var usualRate = trial.warmUp();
            for (var clients : CLIENTS) {
                measured.add(trial.measure(clients, usualRate));
            }
            acknowledged = trial.acknowledged;
            if (options.isEmpty()) { // A profiler would like to write down what it has seen.
                service.kill();
            }
        }
        try (var again = new Service(jar, folder, issuer.address(), "")) {
            requireAll(acknowledged, again);
        }
        return measured;
    }

    private double warmUp() throws IOException {
        send(crowd.topUps(), 8);
        var load = send(crowd.transfers(2_000), 32);
        for (var warm = Duration.ZERO; warm.compareTo(WARM_UP) < 0; warm = warm.plus(load.took())) {
            load = send(crowd.transfers((int) (2 * load.perSecond())), 32);
            service.batches(); // Otherwise the first such question would undo what has been compiled by then.
            crowd.logInAgain();
        }
        return load.perSecond();
    }

    private Measured measure(int clients, double usualRate) throws IOException, InterruptedException {
        crowd.logInAgain();
        var measured = new Measured(clients);
        for (var round = 0; round < ROUNDS; round++) {
            var requests = crowd.transfers((int) (SECONDS * (round == 0 ? usualRate : measured.transfersPerSecond())));
            System.gc(); // Now, so that it is not later.
            var batches = service.batches();
            var cpu = service.cpuMicros();
            var ownCpu = ownCpuMicros();
            var load = send(requests, clients);
            measured.add(
                    load,
                    ownCpuMicros() - ownCpu,
                    service.cpuMicros() - cpu,
                    service.batches().since(batches));
            Pgbench.run(clients, SECONDS).ifPresent(measured::addPgbench);
        }
        return measured;
    }

    private Load send(List<byte[]> requests, int clients) throws IOException {
        var load = Load.send(requests, service.port(), clients);
        acknowledged += requests.size();
        return load;
    }

    private static void requireAll(long acknowledged, Service service) throws InterruptedException {
        var proof = service.proof();
        for (var waited = 0; proof.path("fullCheck").path("holds").isMissingNode() && waited < 300; waited++) {
            Thread.sleep(1_000);
            proof = service.proof();
        }
        if (!proof.path("fullCheck").path("holds").asBoolean()
                || !proof.path("holds").asBoolean()
                || proof.path("height").asLong() != acknowledged) {
            throw new IllegalStateException("%d were acknowledged, but: %s".formatted(acknowledged, proof));
        }
        System.out.printf(
                "Killed and started anew: the ledger holds, with all %d acknowledged entries%n", acknowledged);
    }

    private static long ownCpuMicros() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1_000;
    }
}
