package io.tiktoken.defaults.database;

import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is too old to be of use: a bounded batch per write, and between two batches everybody else has a turn. */
public final class Purge {

    private static final Logger log = LoggerFactory.getLogger(Purge.class);

    private final SingleWriter writer;
    private final int batch;

    public Purge(SingleWriter writer, PurgeSettings settings) {
        this.writer = writer;
        this.batch = settings.batch();
    }

    /**
     * Deletes batch after batch until nothing is left to delete, and answers how many there were.
     *
     * @param what the plural of what is deleted, for the log
     * @param deleteAtMost deletes so many and answers how many there were; runs inside a write
     */
    public long of(String what, IntUnaryOperator deleteAtMost) {
        var total = 0L;
        int deleted;
        do {
            deleted = writer.write(() -> deleteAtMost.applyAsInt(batch));
            total += deleted;
        } while (deleted == batch);
        if (total > 0) {
            log.info("{} {} were older than they are kept, and are deleted", total, what);
        }
        return total;
    }
}
