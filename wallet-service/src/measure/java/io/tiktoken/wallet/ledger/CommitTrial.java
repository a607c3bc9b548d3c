package io.tiktoken.wallet.ledger;

import static io.tiktoken.wallet.TestWallets.cardTopUp;
import static io.tiktoken.wallet.TestWallets.ttk;

import com.sun.management.OperatingSystemMXBean;
import io.tiktoken.defaults.database.SqliteAutoConfiguration;
import io.tiktoken.defaults.runtime.RuntimeDefaultsAutoConfiguration;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * How many durable movements a second the ledger makes on this machine: two balances, one sealed entry and
 * its two postings each, on a real file with a flush per commit; with many requests per commit and with one.
 * No test: it is run by hand (see the README) and takes about half a minute.
 */
public final class CommitTrial {

    private static final int WALLETS = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(3);
    private static final List<Integer> CLIENTS = List.of(1, 8, 32);

    private CommitTrial() {}

    /** The ledger, and nothing around it. */
    @ImportAutoConfiguration({
        RuntimeDefaultsAutoConfiguration.class,
        SqliteAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @Import({Accounts.class, Entries.class, Journal.class})
    static class LedgerOnly {}

    public static void main(String[] arguments) throws IOException {
        var target = Files.createDirectories(Path.of(arguments.length > 0 ? arguments[0] : "target"));
        var folder = Files.createTempDirectory(target, "commit-trial");
        System.out.printf("%-24s %8s %12s %14s%n", "commit", "clients", "movements/s", "CPU µs each");
        for (var batch : List.of(1, 128)) {
            try (var ledger = start(folder.resolve("batch-of-%d.db".formatted(batch)), batch)) {
                var journal = ledger.getBean(Journal.class);
                var wallets = openWallets(journal);
                run(journal, wallets, 8, WARM_UP);
                for (var clients : CLIENTS) {
                    var cpuBefore = cpuNanos();
                    var moved = run(journal, wallets, clients, MEASURED);
                    System.out.printf(
                            "%-24s %8d %12d %14d%n",
                            batch == 1 ? "one request per flush" : "up to %d per flush".formatted(batch),
                            clients,
                            moved / MEASURED.toSeconds(),
                            (cpuNanos() - cpuBefore) / moved / 1_000);
                }
            }
        }
    }

    /** What the whole process has used, so that a busy machine does not change the picture. */
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static ConfigurableApplicationContext start(Path file, int batch) {
        return new SpringApplicationBuilder(LedgerOnly.class)
                .web(WebApplicationType.NONE)
                .run(
                        // As arguments, which win over application.yml: the trial must not touch a real ledger.
                        "--tiktoken.database.file=" + file,
                        "--tiktoken.database.write-batch=" + batch,
                        "--logging.level.root=warn");
    }

    private static List<UUID> openWallets(Journal journal) {
        var wallets =
                IntStream.range(0, WALLETS).mapToObj(_ -> UUID.randomUUID()).toList();
        try (var threads = Executors.newFixedThreadPool(32)) {
            wallets.forEach(wallet -> threads.submit(() -> journal.postSurely(cardTopUp(wallet, "1000000.00"))));
        }
        return wallets;
    }

    private static long run(Journal journal, List<UUID> wallets, int clients, Duration time) {
        var moved = new LongAdder();
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            IntStream.range(0, clients)
                    .forEach(_ -> threads.submit(() -> {
                        while (System.nanoTime() < end) {
                            journal.postSurely(payment(wallets));
                            moved.increment();
                        }
                    }));
        }
        return moved.sum();
    }

    /** A refund moves money straight from one wallet to another, which is all that is measured here. */
    private static Movement payment(List<UUID> wallets) {
        var random = ThreadLocalRandom.current();
        var from = random.nextInt(WALLETS);
        var to = (from + 1 + random.nextInt(WALLETS - 1)) % WALLETS;
        return new Movement.Refund(
                UUID.randomUUID(),
                new OwnerId(wallets.get(to)),
                new OwnerId(wallets.get(from)),
                "A shop",
                new OrderId(UUID.randomUUID()),
                ttk("0.01"));
    }
}
