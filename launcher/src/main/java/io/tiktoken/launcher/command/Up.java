package io.tiktoken.launcher.command;

import io.tiktoken.launcher.process.ExitHook;
import io.tiktoken.launcher.process.Ports;
import io.tiktoken.launcher.process.ProcessRecords;
import io.tiktoken.launcher.shop.Addresses;
import io.tiktoken.launcher.shop.Service;
import io.tiktoken.launcher.terminal.Failure;
import io.tiktoken.launcher.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Starts what is not running, waits until all is ready, and sees to it that the services are watched. */
public final class Up {

    private final Context context;
    private final ExitHook exitHook;

    public Up(Context context) {
        this.context = context;
        exitHook = ExitHook.install(context.records(), context.terminal());
    }

    public void run(List<String> arguments) throws InterruptedException {
        var options = Options.of(arguments);
        context.places().make();
        becomeStarter();
        var addresses = context.addresses();
        var found = context.records().running();
        var missing = EnumSet.allOf(Service.class);
        missing.removeAll(found);
        if (missing.isEmpty()) {
            context.terminal().say("TikToken is already running:");
            printAddresses(addresses);
        } else {
            bringUp(missing, addresses, options.jsonLogs);
        }
        if (options.demo) {
            new PrepareDemo(context, addresses).prepare();
        }
        var keep = new Keep(context, exitHook, addresses, options.jsonLogs);
        // Who only completed a shop that was running before does not take it down at Ctrl-C either.
        if (options.detach || !found.isEmpty() || context.records().lives(ProcessRecords.KEEPER)) {
            exitHook.leaveRunning();
            keep.inBackground();
        } else {
            keep.here();
        }
    }

    /** One {@code up} at a time starts services. */
    private void becomeStarter() {
        var records = context.records();
        exitHook.step(() -> records.inTurn(() -> {
            records.living(ProcessRecords.STARTER).ifPresent(starter -> {
                throw new Failure("The shop is just being started by process %d. Wait for it, or ./tiktoken down."
                        .formatted(starter.pid()));
            });
            records.remember(ProcessRecords.STARTER, ProcessHandle.current().pid());
            exitHook.actAs(ProcessRecords.STARTER);
            return records;
        }));
    }

    private void bringUp(Set<Service> missing, Addresses addresses, boolean jsonLogs) throws InterruptedException {
        var terminal = context.terminal();
        Ports.check(missing, addresses, terminal);
        context.programs(exitHook).make(missing);
        var services = context.startServices(addresses, jsonLogs, exitHook);
        addresses.remember(context.places());
        var isFirstStart = !Files.exists(context.places().firstAdministrator());
        var began = System.nanoTime();
        terminal.say("Starting %d of %d services, %d at a time ..."
                .formatted(
                        missing.size(),
                        Service.values().length,
                        Runtime.getRuntime().availableProcessors()));
        services.start(missing, exitHook);
        terminal.say(
                "TikToken is up after %s s:".formatted(Terminal.seconds(Duration.ofNanos(System.nanoTime() - began))));
        printAddresses(addresses);
        printFirstAdministrator(isFirstStart);
    }

    private void printAddresses(Addresses addresses) {
        var terminal = context.terminal();
        terminal.say("  the shop   " + terminal.bold(addresses.publicUrl()));
        terminal.say("  its API    " + addresses.publicUrl() + "/docs");
        terminal.say("  health     " + addresses.healthOf(Service.GATEWAY));
        terminal.say("  data       " + context.places().data());
    }

    private void printFirstAdministrator(boolean isFirstStart) {
        var terminal = context.terminal();
        var file = context.places().firstAdministrator();
        if (!Files.isReadable(file)) {
            return;
        }
        terminal.say("");
        if (isFirstStart) {
            terminal.say(terminal.bold("The first administrator") + ", shown this once:");
            try {
                Files.readAllLines(file).forEach(line -> terminal.say("  " + line));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
            terminal.say("Keep it in a safe place, then delete %s.".formatted(file));
        } else {
            terminal.say("An administrator's one-time password still stands in %s:".formatted(file));
            terminal.say("keep it in a safe place, then delete the file.");
        }
    }

    private record Options(boolean detach, boolean demo, boolean jsonLogs) {

        private static final List<String> KNOWN = List.of("--detach", "--demo", "--json-logs");

        static Options of(List<String> arguments) {
            for (var argument : arguments) {
                if (!KNOWN.contains(argument)) {
                    throw Failure.misuse("up does not know '%s'".formatted(argument));
                }
            }
            return new Options(
                    arguments.contains("--detach"), arguments.contains("--demo"), arguments.contains("--json-logs"));
        }
    }
}
