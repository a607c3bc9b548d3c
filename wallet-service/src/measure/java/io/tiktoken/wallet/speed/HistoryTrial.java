package io.tiktoken.wallet.speed;

import io.tiktoken.wallet.ledger.LongHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * Whether what a customer does takes longer when the ledger is long: transfers, a balance and the first page of a
 * history, in a ledger of ten thousand postings and in one of ten million, in turn.
 */
public final class HistoryTrial {

    private static final int SHORT = 5_000;
    private static final int LONG = Integer.getInteger("trial.transfers", 5_000_000);
    /** So many transfers with one flush to the disk. */
    private static final int BATCH = 32;

    /** So few that they fit between two turns of whatever else the machine does. */
    private static final int READS = 5;

    private static final int ROUNDS = 500;
    /** For the compiler. */
    private static final int ROUNDS_BEFORE = 300;

    /** So many at once, and what they are. */
    private record Act(int times, Consumer<OpenLedger> all) {

        private long nanosEach(OpenLedger ledger) {
            var began = System.nanoTime();
            all.accept(ledger);
            return (System.nanoTime() - began) / times;
        }
    }

    private HistoryTrial() {}

    /** @param arguments the module's {@code target}, which needs room for five gigabytes for some minutes */
    public static void main(String[] arguments) throws IOException, SQLException {
        var target = Path.of(arguments.length > 0 ? arguments[0] : "target").toAbsolutePath();
        var folder = Files.createTempDirectory(target, "history-trial");
        try (var brief = ledger(folder.resolve("short.db"), SHORT);
                var full = ledger(folder.resolve("long.db"), LONG)) {
            brief.requireThatItHolds(); // The long one was made in the same way; to prove it takes minutes.
            System.out.printf("%-16s %16s %16s %6s%n", "median µs", 2 * SHORT + " postings", 2 * LONG, "ratio");
            acts().forEach((name, act) -> {
                var medians = compare(act, List.of(brief, full));
                System.out.printf(
                        "%-16s %16.1f %16.1f %6.2f%n",
                        name, medians[0] / 1e3, medians[1] / 1e3, medians[1] / medians[0]);
            });
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static Map<String, Act> acts() {
        var acts = new LinkedHashMap<String, Act>();
        acts.put("transfer", new Act(BATCH, ledger -> ledger.sendTogether(BATCH)));
        acts.put("wallet", new Act(READS, ledger -> repeat(ledger::view)));
        acts.put("first page", new Act(READS, ledger -> repeat(ledger::firstPage)));
        return acts;
    }

    private static void repeat(Runnable read) {
        IntStream.range(0, READS).forEach(_ -> read.run());
    }

    private static OpenLedger ledger(Path file, int transfers) throws IOException, SQLException {
        var began = System.nanoTime();
        var fresh = OpenLedger.create(file);
        fresh.close();
        LongHistory.add(file, fresh.wallets(), transfers);
        var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        System.out.printf("%d transfers: %d MB, made in %d s%n", transfers, Files.size(file) >> 20, seconds);
        return new OpenLedger(file, fresh.wallets());
    }

    /** In turn, so that whatever else the machine does disturbs both alike. */
    private static double[] compare(Act act, List<OpenLedger> ledgers) {
        var nanos = new long[ledgers.size()][ROUNDS];
        for (var round = -ROUNDS_BEFORE; round < ROUNDS; round++) {
            for (var one = 0; one < nanos.length; one++) {
                nanos[one][Math.max(round, 0)] = act.nanosEach(ledgers.get(one));
            }
        }
        return Arrays.stream(nanos).mapToDouble(HistoryTrial::median).toArray();
    }

    private static double median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
