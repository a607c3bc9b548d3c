package io.tiktoken.wallet.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.springframework.util.FileSystemUtils;

/** How fast the ledger is without HTTP: its verbs, on a real file with a flush per commit. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx2g"})
public class LedgerBenchmark {

    private static final int TRANSFERS_BEFORE = 20_000;

    private Path folder;
    private OpenLedger ledger;

    /** Writes from 1, 8 and 32 threads, reads from 1. */
    public static void main(String[] arguments) throws RunnerException {
        for (var threads : List.of(1, 8, 32)) {
            var which = threads == 1 ? "" : ".*Transfer";
            new Runner(new OptionsBuilder()
                            .include("LedgerBenchmark" + which)
                            .threads(threads)
                            .build())
                    .run();
        }
    }

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark");
        ledger = OpenLedger.create(folder.resolve("wallet.db"));
        ledger.sendTogether(TRANSFERS_BEFORE);
    }

    @TearDown
    public void close() throws IOException {
        ledger.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    @Benchmark
    public Object postTransfer() {
        return ledger.post();
    }

    @Benchmark
    public Object sendTransfer() {
        return ledger.send();
    }

    @Benchmark
    public Object viewWallet() {
        return ledger.view();
    }

    @Benchmark
    public Object firstPageOfHistory() {
        return ledger.firstPage();
    }
}
