package io.tiktoken.defaults.database;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is too old to be of use: a bounded batch per write, and between two batches everybody else has a turn. */
public final class Purge {

    private static final Logger log = LoggerFactory.getLogger(Purge.class);

    /** The rows that a purge is about. */
    @FunctionalInterface
    public interface Rows {

        /** Deletes so many at the most of those that are older, and answers how many there were; runs inside a write. */
        int deleteBefore(Instant moment, int atMost);
    }

    private final SingleWriter writer;
    private final PurgeClock clock;
    private final int batch;

    public Purge(SingleWriter writer, PurgeClock clock, PurgeSettings settings) {
        this.writer = writer;
        this.clock = clock;
        this.batch = settings.batch();
    }

    /**
     * Deletes batch after batch until nothing is left that is too old, and answers how many there were. What is too old
     * is told by the {@link PurgeClock}.
     *
     * @param what the plural of what is deleted, for the log
     * @param kept how long each of them is kept at least
     */
    public long of(String what, Duration kept, Rows rows) {
        var oldest = clock.recorded().minus(kept);
        var total = 0L;
        int deleted;
        do {
            deleted = writer.<Integer>write(() -> rows.deleteBefore(oldest, batch));
            total += deleted;
        } while (deleted == batch);
        if (total > 0) {
            log.info("{} {} were older than they are kept, and are deleted", total, what);
        }
        return total;
    }
}
