package io.tiktoken.gateway.guard;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tiktoken.defaults.problem.Problem;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * How many bytes of bodies are in memory at once: of all clients together, so that no number of slow ones fills the
 * heap, and of one address, so that one alone cannot take the room of all. A body counts with what it may become.
 */
@Component
class BodyBudget {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private static final Problem FULL = Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "service_unavailable",
                    "Too many people send something at this moment. Nothing was done; please try again.")
            .retryAfter(A_MOMENT);

    private static final Problem TOO_MANY_FROM_THERE = Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too_many_requests",
                    "Too much is being sent from your address at this moment. Nothing was done; please try again.")
            .retryAfter(A_MOMENT);

    private final long most;
    private final long mostPerAddress;
    private final AtomicLong held = new AtomicLong();
    /** Only of addresses that have a body here, so it is as bounded as those are. */
    private final ConcurrentMap<String, Long> heldByAddress = new ConcurrentHashMap<>();

    BodyBudget(DoorSettings settings, MeterRegistry meters) {
        most = settings.mostBodies().toBytes();
        mostPerAddress = settings.mostBodiesPerAddress().toBytes();
        Gauge.builder("tiktoken.bodies.held", held, AtomicLong::get)
                .description("Bytes of request bodies for which there is room kept in memory")
                .baseUnit("bytes")
                .register(meters);
    }

    /** Keeps room for a body, or says why there is none. What was kept must be given back. */
    @Nullable
    Problem keep(String address, long bytes) {
        if (heldByAddress.merge(address, bytes, Long::sum) > mostPerAddress) {
            giveBackOf(address, bytes);
            return TOO_MANY_FROM_THERE;
        }
        if (held.addAndGet(bytes) > most) {
            giveBack(address, bytes);
            return FULL;
        }
        return null;
    }

    void giveBack(String address, long bytes) {
        held.addAndGet(-bytes);
        giveBackOf(address, bytes);
    }

    private void giveBackOf(String address, long bytes) {
        heldByAddress.computeIfPresent(address, (_, kept) -> kept == bytes ? null : kept - bytes);
    }
}
