package io.tiktoken.defaults.reservation;

import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends reservations that nobody came back for in time, a bounded batch per turn of a timer. A service says how. */
public abstract class ReservationExpiry<I> {

    private static final Logger log = LoggerFactory.getLogger(ReservationExpiry.class);

    /** Where overdue reservations are looked for. */
    @FunctionalInterface
    public interface Overdue<I> {

        /** So many at the most of those whose time is over, the longest overdue first; runs outside any write. */
        List<I> find(Instant now, int atMost);
    }

    private final SingleWriter writer;
    private final Clock clock;
    private final int batch;
    private final Overdue<I> overdue;
    private final Predicate<I> expires;

    /**
     * What differs from service to service.
     *
     * @param expires applies {@link Command#EXPIRE} with its effect, inside the write, and says whether it has expired
     */
    protected ReservationExpiry(SingleWriter writer, Clock clock, int batch, Overdue<I> overdue, Predicate<I> expires) {
        this.writer = writer;
        this.clock = clock;
        this.batch = batch;
        this.overdue = overdue;
        this.expires = expires;
    }

    /** Answers how many expired. */
    public int expire() {
        var found = overdue.find(clock.instant(), batch);
        if (found.isEmpty()) {
            return 0;
        }
        // Between the look and this write a commit may have come: each is decided again, by compare-and-set.
        var expired = writer.write(() -> found.stream().filter(expires).toList());
        log.info(
                "{} of {} overdue reservations expired, and what they kept is available again: {}",
                expired.size(),
                found.size(),
                expired);
        return expired.size();
    }
}
