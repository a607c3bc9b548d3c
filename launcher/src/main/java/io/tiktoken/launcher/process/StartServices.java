package io.tiktoken.launcher.process;

import io.tiktoken.launcher.shop.Addresses;
import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.shop.Service;
import io.tiktoken.launcher.terminal.Failure;
import io.tiktoken.launcher.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Set;

/** Starts services, no more at a time than there are cores, and waits until each is ready. */
public final class StartServices {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Places places;
    private final Readiness readiness;
    private final ProcessRecords records;
    private final StartService startService;
    private final Patience patience;
    private final Terminal terminal;

    public StartServices(
            Places places,
            Addresses addresses,
            ProcessRecords records,
            StartService startService,
            Patience patience,
            Terminal terminal) {
        this.places = places;
        readiness = new Readiness(addresses);
        this.records = records;
        this.startService = startService;
        this.patience = patience;
        this.terminal = terminal;
    }

    /** What it has started is stopped again when the program ends before all are ready. */
    public void start(Set<Service> services, ExitHook exitHook) throws InterruptedException {
        var waiting = new ArrayDeque<>(services);
        var starting = EnumSet.noneOf(Service.class);
        while (!waiting.isEmpty() || !starting.isEmpty()) {
            while (!waiting.isEmpty() && starting.size() < patience.cores()) {
                var next = waiting.remove();
                exitHook.step(() -> {
                    exitHook.stopAtExit(Set.of(next));
                    Deaths.forget(next, places);
                    startService.start(next);
                    return next;
                });
                starting.add(next);
            }
            Thread.sleep(BETWEEN_LOOKS);
            starting.removeIf(service -> {
                var isReady = readiness.isReady(service);
                return exitHook.step(() -> becomesReady(service, isReady));
            });
        }
    }

    private boolean becomesReady(Service service, boolean isReady) {
        var age = records.ageOf(service);
        if (!records.lives(service)) {
            throw giveUp(service, service.module() + " did not start.");
        }
        if (isReady) {
            readiness.announce(service, age, terminal);
        } else if (age.compareTo(patience.startWithin()) > 0) {
            throw giveUp(
                    service,
                    "%s is not ready after %d s (TIKTOKEN_START_WITHIN can grant it more)."
                            .formatted(service.module(), patience.startWithin().toSeconds()));
        }
        return isReady;
    }

    private Failure giveUp(Service service, String why) {
        terminal.warn(why);
        new Explanation(places, terminal).explain(service.module());
        return new Failure("What this command had started is being stopped again.");
    }
}
