package io.tiktoken.launcher.process;

import io.tiktoken.launcher.shop.Addresses;
import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.shop.Service;
import io.tiktoken.launcher.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Starts services again that have died, each after a pause that grows while it keeps dying, and says so. */
public final class WatchServices {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Whoever dies again and again does so for the same reason; it need not be told each time. */
    private static final int EXPLAINED = 3;

    /** The name of the log of whoever watches in the background. */
    public static final String LOG = "launcher";

    private static final int LONGEST_LOG_BYTES = 1024 * 1024;

    private final Places places;
    private final Readiness readiness;
    private final ProcessRecords records;
    private final StartService startService;
    private final Patience patience;
    private final Terminal terminal;
    private final Set<Service> fallen = EnumSet.noneOf(Service.class);
    private final Set<Service> starting = EnumSet.noneOf(Service.class);

    public WatchServices(
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

    /** Until the program ends, or is not the keeper any more. */
    public void watch(ExitHook exitHook) throws InterruptedException {
        while (records.isSelf(ProcessRecords.KEEPER)) {
            Thread.sleep(BETWEEN_LOOKS);
            for (var service : Service.values()) {
                var isReady = starting.contains(service) && readiness.isReady(service);
                exitHook.step(() -> {
                    lookAt(service, isReady);
                    return service;
                });
            }
        }
    }

    private void lookAt(Service service, boolean isReady) {
        if (!records.isRemembered(service)) {
            return; // Stopped on purpose.
        }
        if (records.lives(service)) {
            fallen.remove(service);
            seeAlive(service, isReady);
        } else if (fallen.add(service)) {
            seeDead(service);
        } else if (starting.size() < patience.cores()) {
            startAgain(service);
        }
    }

    private void seeAlive(Service service, boolean isReady) {
        var age = records.ageOf(service);
        if (isReady) {
            starting.remove(service);
            readiness.announce(service, age, terminal);
        } else if (age.compareTo(patience.startWithin()) > 0 && starting.remove(service)) {
            terminal.warn("%s is not ready after %d s; it is left to go on."
                    .formatted(service.module(), patience.startWithin().toSeconds()));
        }
        if (age.compareTo(Deaths.LONG_LIFE) > 0) {
            Deaths.forget(service, places);
        }
    }

    private void seeDead(Service service) {
        starting.remove(service);
        cutLog();
        var deaths = Deaths.after(Deaths.of(service, places), records.ageOf(service), System.currentTimeMillis());
        deaths.write(service, places);
        terminal.warn("%s has ended or was killed; the others go on. It is started again in %d s%s."
                .formatted(
                        service.module(),
                        Deaths.pause(deaths.inARow()).toSeconds(),
                        deaths.inARow() == 1 ? "" : ", having died %d times in a row".formatted(deaths.inARow())));
        if (deaths.inARow() <= EXPLAINED) {
            new Explanation(places, terminal).explain(service.module());
        }
    }

    /** Unless an {@code up} in another terminal is starting services, maybe this one too. */
    private void startAgain(Service service) {
        var isDue = Deaths.of(service, places)
                .map(deaths -> deaths.isDue(System.currentTimeMillis()))
                .orElse(true);
        var started = isDue
                && records.inTurn(() -> {
                    var free = !records.lives(ProcessRecords.STARTER) && !records.lives(service);
                    if (free) {
                        startService.start(service);
                    }
                    return free;
                });
        if (started) {
            fallen.remove(service);
            starting.add(service);
            terminal.say("  %s is started again".formatted(service.module()));
        }
    }

    /** It is appended to, so what is said next stands at its start again. */
    private void cutLog() {
        var log = places.log(LOG);
        if (log.toFile().length() > LONGEST_LOG_BYTES) {
            try (var file = FileChannel.open(log, StandardOpenOption.WRITE)) {
                file.truncate(0);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot cut " + log, e);
            }
        }
    }
}
