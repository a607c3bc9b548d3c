package io.tiktoken.launcher.command;

import io.tiktoken.launcher.process.Deaths;
import io.tiktoken.launcher.process.ProcessRecords;
import io.tiktoken.launcher.process.Readiness;
import io.tiktoken.launcher.shop.Addresses;
import io.tiktoken.launcher.shop.Service;
import java.util.EnumSet;

/** What runs, where, how much memory it takes, and what keeps dying. */
public final class ShowStatus {

    private static final String READY = "ready";
    private static final int MILLIS = 1000;

    private final Context context;
    private final Addresses addresses;
    private final Readiness readiness;
    private long megabytes;

    public ShowStatus(Context context) {
        this.context = context;
        addresses = context.addresses();
        readiness = new Readiness(addresses);
    }

    /** The exit code: 0 when every service is ready. */
    public int run() {
        var terminal = context.terminal();
        terminal.say(terminal.bold(
                "%-16s %-10s %5s %8s %10s %10s".formatted("service", "state", "port", "process", "memory", "age")));
        var ready = EnumSet.noneOf(Service.class);
        for (var service : Service.values()) {
            var state = stateOf(service);
            if (state.equals(READY)) {
                ready.add(service);
            }
            terminal.say(line(service, state) + deathsOf(service));
        }
        terminal.say("start caches: %d of %d"
                .formatted(Service.values().length - context.caches().missing().size(), Service.values().length));
        terminal.say("%d MB together; %s".formatted(megabytes, addresses.publicUrl()));
        return ready.size() == Service.values().length ? 0 : 1;
    }

    private String stateOf(Service service) {
        var records = context.records();
        if (records.lives(service)) {
            return readiness.isReady(service) ? READY : "not ready";
        }
        return records.isRemembered(service) ? "has died" : "stopped";
    }

    private String line(Service service, String state) {
        var records = context.records();
        return records.footprintOf(service)
                .map(footprint -> {
                    megabytes += footprint.megabytes();
                    return "%-16s %-10s %5d %8d %7d MB %8d s"
                            .formatted(
                                    service.module(),
                                    state,
                                    addresses.portOf(service),
                                    footprint.pid(),
                                    footprint.megabytes(),
                                    records.ageOf(service).toSeconds());
                })
                .orElseGet(() -> "%-16s %s".formatted(service.module(), state));
    }

    private String deathsOf(Service service) {
        return Deaths.of(service, context.places())
                .map(deaths -> "  died %s%s"
                        .formatted(
                                deaths.inARow() == 1 ? "once" : "%d times in a row".formatted(deaths.inARow()),
                                restartOf(service, deaths)))
                .orElse("");
    }

    private String restartOf(Service service, Deaths deaths) {
        if (context.records().lives(service)) {
            return "";
        }
        if (!context.records().lives(ProcessRecords.KEEPER)) {
            return "; nobody starts it again: ./tiktoken up";
        }
        var seconds = (deaths.next() - System.currentTimeMillis()) / MILLIS;
        return seconds > 0 ? "; is started again in %d s".formatted(seconds) : "; is about to be started again";
    }
}
