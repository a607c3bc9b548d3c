package io.tiktoken.launcher.command;

import io.tiktoken.launcher.process.Command;
import io.tiktoken.launcher.process.ExitHook;
import io.tiktoken.launcher.process.Patience;
import io.tiktoken.launcher.process.ProcessRecords;
import io.tiktoken.launcher.process.WatchServices;
import io.tiktoken.launcher.shop.Addresses;
import io.tiktoken.launcher.shop.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** Watches the services of a running shop, here or in the background, as the only one who does. */
public final class Keep {

    /** For this program itself only. */
    public static final String COMMAND = "keep";

    private static final String MAIN = "io.tiktoken.launcher.Launcher";
    private static final String JSON_LOGS = "--json-logs";
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Context context;
    private final ExitHook exitHook;
    private final Addresses addresses;
    private final boolean jsonLogs;

    Keep(Context context, ExitHook exitHook, Addresses addresses, boolean jsonLogs) {
        this.context = context;
        this.exitHook = exitHook;
        this.addresses = addresses;
        this.jsonLogs = jsonLogs;
    }

    public static void run(Context context, List<String> arguments) throws InterruptedException {
        var exitHook = ExitHook.install(context.records(), context.terminal());
        new Keep(context, exitHook, context.addresses(), arguments.contains(JSON_LOGS)).asBackground();
    }

    /** In the foreground, which stops all services at its end. */
    void here() throws InterruptedException {
        loadAllClasses();
        var records = context.records();
        exitHook.step(() -> {
            records.rename(ProcessRecords.STARTER, ProcessRecords.KEEPER);
            exitHook.actAs(ProcessRecords.KEEPER);
            exitHook.stopAtExit(EnumSet.allOf(Service.class));
            return records;
        });
        context.terminal().say("");
        context.terminal().say("Ctrl-C stops all services.");
        watch();
    }

    /** By a process of its own, unless there is one already; it ends without stopping anything. */
    void inBackground() throws InterruptedException {
        var records = context.records();
        if (records.lives(ProcessRecords.KEEPER)) {
            return;
        }
        var log = context.places().log(WatchServices.LOG);
        var process = Command.again(MAIN, jsonLogs ? List.of(COMMAND, JSON_LOGS) : List.of(COMMAND))
                .with(context.environment())
                .undisturbed()
                .appendingTo(log)
                .withErrorsInOutput()
                .start();
        var deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!records.lives(ProcessRecords.KEEPER)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                context.terminal().warn("Nobody watches the services; %s says why.".formatted(log));
                return;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private void asBackground() throws InterruptedException {
        loadAllClasses();
        var records = context.records();
        var alone = exitHook.step(() -> records.inTurn(() -> {
            var isFirst = !records.lives(ProcessRecords.KEEPER);
            if (isFirst) {
                records.remember(ProcessRecords.KEEPER, ProcessHandle.current().pid());
                exitHook.actAs(ProcessRecords.KEEPER);
            }
            return isFirst;
        }));
        if (alone) {
            watch();
        }
    }

    private void watch() throws InterruptedException {
        exitHook.endWell(true);
        Thread.ofPlatform().daemon().name("training").start(this::trainWhenThereIsTime);
        try {
            context.watchServices(addresses, jsonLogs, exitHook).watch(exitHook);
        } finally {
            exitHook.endWell(false);
        }
    }

    /** Once the shop has had some time for its first visitors, if its programs have no start caches yet. */
    private void trainWhenThereIsTime() {
        try {
            Thread.sleep(Patience.of(context.environment()).trainAfter());
            if (context.caches().missing().isEmpty()) {
                return;
            }
            var log = context.places().log(Train.COMMAND);
            context.terminal()
                    .say("The services are being trained for quicker starts, in the background (%s).".formatted(log));
            exitHook.start(Command.again(MAIN, List.of(Train.COMMAND, Train.AS_BUILT))
                            .with(context.environment())
                            .inItsSpareTime()
                            .writingTo(log)
                            .withErrorsInOutput())
                    .waitFor();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** A build may replace the class files of a program that runs for days; what it has loaded it can still use. */
    private static void loadAllClasses() {
        try {
            var classes = Path.of(Keep.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (var files = Files.walk(classes)) {
                for (var file :
                        files.map(classes::relativize).map(Path::toString).toList()) {
                    if (file.endsWith(".class") && !file.endsWith("package-info.class")) {
                        Class.forName(file.replaceFirst("\\.class$", "").replace('/', '.'));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
