package io.tiktoken.auth.client;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.CLIENT_REFUSED;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.database.WriteUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes down who was refused a token, but so few in a minute that nobody can fill the disk by being refused. The
 * others are only counted.
 */
@Component
class ClientRefusals {

    /** The first few of one caller tell as much as a thousand. */
    static final int MOST_PER_CALLER = 5;

    static final int MOST_IN_ALL = 30;
    static final Duration PERIOD = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(ClientRefusals.class);

    /** A client, as far as it is known, at an address. */
    private record Caller(
            @Nullable String clientId, @Nullable String address) {}

    private final SecurityEvents events;
    private final SingleWriter writer;
    private final Clock clock;
    private final Counter written;
    private final Counter onlyCounted;

    /** Never more callers than {@link #MOST_IN_ALL}: who is only counted is not remembered. */
    private final Map<Caller, Integer> writtenThisPeriod = new HashMap<>();

    private Instant periodEnds = Instant.MIN;
    private int leftThisPeriod;

    ClientRefusals(SecurityEvents events, SingleWriter writer, Clock clock, MeterRegistry meters) {
        this.events = events;
        this.writer = writer;
        this.clock = clock;
        this.written = counter(meters, "true");
        this.onlyCounted = counter(meters, "false");
    }

    private static Counter counter(MeterRegistry meters, String audited) {
        return Counter.builder("tiktoken.clients.refused")
                .description("How often a machine was refused a token for its secret")
                .tag("audited", audited)
                .register(meters);
    }

    /** @param clientId null when nobody is called what the caller called itself: that may be anything, a secret too */
    void note(@Nullable String clientId, Actor by) {
        if (!mayBeWritten(new Caller(clientId, by.address()))) {
            onlyCounted.increment();
            return;
        }
        try {
            writer.run(() -> events.recordAbout(clientId, CLIENT_REFUSED, by, null));
            written.increment();
        } catch (WriteUnavailableException unconfirmed) {
            log.warn("That {} was refused is only counted, not written: {}", clientId, unconfirmed.toString());
            onlyCounted.increment();
        }
    }

    private synchronized boolean mayBeWritten(Caller caller) {
        var now = clock.instant();
        if (!now.isBefore(periodEnds)) {
            periodEnds = now.plus(PERIOD);
            leftThisPeriod = MOST_IN_ALL;
            writtenThisPeriod.clear();
        }
        if (leftThisPeriod == 0 || writtenThisPeriod.getOrDefault(caller, 0) == MOST_PER_CALLER) {
            return false;
        }
        leftThisPeriod--;
        writtenThisPeriod.merge(caller, 1, Integer::sum);
        return true;
    }
}
