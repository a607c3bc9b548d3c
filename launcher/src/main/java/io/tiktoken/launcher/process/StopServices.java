package io.tiktoken.launcher.process;

import io.tiktoken.launcher.shop.Service;
import io.tiktoken.launcher.terminal.Terminal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Asks services to finish what they are doing, the front door first, and insists when they do not. */
public final class StopServices {

    /** A service drains its requests for up to 20 seconds. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(25);

    /** Whoever waits longer is told for what. */
    private static final Duration WITHOUT_A_WORD = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ProcessRecords records;
    private final Terminal terminal;
    private final Duration stopWithin;

    public StopServices(ProcessRecords records, Terminal terminal) {
        this(records, terminal, STOP_WITHIN);
    }

    public StopServices(ProcessRecords records, Terminal terminal, Duration stopWithin) {
        this.records = records;
        this.terminal = terminal;
        this.stopWithin = stopWithin;
    }

    public void stop(Set<Service> services) throws InterruptedException {
        for (var wave : Service.STOP_WAVES) {
            var stopping = EnumSet.copyOf(wave);
            stopping.retainAll(services);
            stopWave(stopping);
        }
    }

    /** At once, with whatever they have started. */
    public void kill(Set<Service> services) {
        for (var service : services) {
            records.living(service.module()).ifPresent(process -> {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                process.onExit().join();
            });
            records.forget(service.module());
        }
    }

    private void stopWave(Set<Service> services) throws InterruptedException {
        var asked = new LinkedHashMap<Service, ProcessHandle>();
        for (var service : services) {
            records.living(service.module())
                    .filter(ProcessHandle::destroy)
                    .ifPresent(process -> asked.put(service, process));
        }
        awaitEnd(asked);
        for (var service : services) {
            var process = asked.get(service);
            if (process != null && records.lives(service)) {
                process.destroyForcibly();
                terminal.warn("%s did not stop within %d s and was killed."
                        .formatted(service.module(), stopWithin.toSeconds()));
            } else if (process != null) {
                terminal.say("  %s stopped".formatted(service.module()));
            }
            records.forget(service.module());
        }
    }

    private void awaitEnd(Map<Service, ProcessHandle> asked) throws InterruptedException {
        var began = System.nanoTime();
        var told = false;
        while (asked.keySet().stream().anyMatch(records::lives)) {
            var waited = Duration.ofNanos(System.nanoTime() - began);
            if (waited.compareTo(stopWithin) > 0) {
                return;
            }
            if (!told && waited.compareTo(WITHOUT_A_WORD) > 0) {
                var busy = asked.keySet().stream().filter(records::lives).toList();
                terminal.say("  waiting up to %d s for the requests to end in %s"
                        .formatted(stopWithin.toSeconds(), Service.modules(busy, ", ")));
                told = true;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
