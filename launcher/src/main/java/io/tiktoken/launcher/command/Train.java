package io.tiktoken.launcher.command;

import io.tiktoken.launcher.process.ExitHook;
import io.tiktoken.launcher.process.Ports;
import io.tiktoken.launcher.process.ProcessRecords;
import io.tiktoken.launcher.process.StartCaches;
import io.tiktoken.launcher.process.StopServices;
import io.tiktoken.launcher.shop.Addresses;
import io.tiktoken.launcher.shop.JvmFlags;
import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.shop.Service;
import io.tiktoken.launcher.terminal.Failure;
import io.tiktoken.launcher.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opens a shop of its own for a minute, lets people walk through it, and keeps what the JVMs of its services have learnt, for
 * later starts. A shop that runs beside it is not touched.
 */
public final class Train {

    public static final String COMMAND = "train";

    /** Leaves the programs as they are: the watcher must not build beside a shop, and an image has built its own way. */
    static final String AS_BUILT = "--as-built";

    /** Its JVM writes the file at the end, which is ten seconds of work. */
    private static final Duration WRITE_WITHIN = Duration.ofMinutes(3);

    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** All that training takes over from the caller: it must find neither the caller's databases nor neighbours. */
    private static final Set<String> TAKEN_OVER = Set.of("PATH", "HOME", "TMPDIR", "TZ", "LANG", "LC_ALL");

    private final Context context;
    private final Context training;
    private final ExitHook exitHook;

    public Train(Context context) {
        this.context = context;
        var environment = environment(context.environment());
        training = new Context(
                context.places().training(),
                environment,
                new ProcessRecords(context.places().training()),
                StartCaches.inTraining(context.places().home(), context.environment()),
                context.terminal());
        exitHook = ExitHook.install(training.records(), context.terminal());
        exitHook.killAtExit();
    }

    private static Map<String, String> environment(Map<String, String> callers) {
        var environment = new HashMap<>(callers);
        environment.keySet().retainAll(TAKEN_OVER);
        environment.put(JvmFlags.OPERATORS, String.join(" ", JvmFlags.fittingCaches(callers)));
        environment.put(
                "TIKTOKEN_PORT_OFFSET", String.valueOf(Ports.freeOffset().value()));
        environment.put("TIKTOKEN_START_WITHIN", "300");
        environment.put("TIKTOKEN_RATE_LIMITS_FACTOR", "1000");
        environment.put("TIKTOKEN_FX_FETCH", "false");
        return environment;
    }

    public void run(List<String> arguments) throws InterruptedException {
        if (!arguments.isEmpty() && !arguments.equals(List.of(AS_BUILT))) {
            throw Failure.misuse("train does not know '%s'".formatted(arguments.getFirst()));
        }
        context.places().make();
        if (arguments.isEmpty() && context.records().running().isEmpty()) {
            context.programs(exitHook).make(EnumSet.allOf(Service.class));
        }
        var terminal = context.terminal();
        if (context.caches().missing().isEmpty()) {
            terminal.say("There is a start cache for every service already.");
            return;
        }
        begin();
        endAfter(LONGEST);
        var began = System.nanoTime();
        terminal.say("Training the services in a shop of their own, which takes some minutes ...");
        train();
        terminal.say("Trained in %s s; later starts are quicker."
                .formatted(Terminal.seconds(Duration.ofNanos(System.nanoTime() - began))));
    }

    /** One training at a time. What an earlier one that was killed has left behind is cleared away. */
    private void begin() {
        context.records().inTurn(() -> {
            training.records().living(ProcessRecords.TRAINER).ifPresent(trainer -> {
                throw new Failure("The services are just being trained by process %d.".formatted(trainer.pid()));
            });
            clear(context);
            training.places().make();
            training.records()
                    .remember(ProcessRecords.TRAINER, ProcessHandle.current().pid());
            exitHook.actAs(ProcessRecords.TRAINER);
            return training;
        });
    }

    private void endAfter(Duration longest) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(longest);
                context.terminal().warn("Training took too long and is given up.");
                System.exit(1);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void train() throws InterruptedException {
        var addresses = Addresses.of(training.environment());
        training.startServices(addresses, false, exitHook).start(EnumSet.allOf(Service.class), exitHook);
        context.terminal().say("  people walk through it ...");
        new TrainingJourney(addresses).walk();
        context.terminal().say("  writing down what was learnt ...");
        var nobody = new Terminal(new PrintStream(OutputStream.nullOutputStream()), System.err, false);
        var stop = new StopServices(training.records(), nobody, WRITE_WITHIN);
        var programs = training.programs(exitHook);
        // One after the other, because each takes a second JVM to write its file.
        for (var service : Arrays.asList(Service.values()).reversed()) {
            stop.stop(Set.of(service));
            if (!programs.keepCache(service)) {
                context.terminal().warn("%s has written no cache that the JVM accepts.".formatted(service.module()));
            }
        }
        clear(context);
    }

    /** Ends a training that is under way, and forgets it. */
    static void end(Context context) {
        var records = new ProcessRecords(context.places().training());
        records.living(ProcessRecords.TRAINER).ifPresent(trainer -> {
            trainer.destroy();
            trainer.onExit().join();
        });
        clear(context);
    }

    private static void clear(Context context) {
        var places = context.places().training();
        var records = new ProcessRecords(places);
        new StopServices(records, context.terminal()).kill(records.running());
        try {
            Places.deleteFolder(places.data());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + places.data(), e);
        }
    }
}
