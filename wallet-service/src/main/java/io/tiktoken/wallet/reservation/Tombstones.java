package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.database.Purge;
import io.tiktoken.wallet.ledger.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Forgets tombstones that are too old to be needed: a reserve that one of them would have turned away is for an order
 * older still, and is turned away for that.
 */
@Service
public class Tombstones {

    /** The order's id was made by the clock of another machine. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final Purge purge;
    private final JdbcClient jdbc;
    private final TombstoneSettings settings;
    private final Clock clock;

    Tombstones(Purge purge, JdbcClient jdbc, TombstoneSettings settings, Clock clock) {
        this.purge = purge;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a tombstone for this order may have been forgotten already. */
    boolean mayHaveForgotten(OrderId order) {
        var oldest = clock.instant().minus(settings.kept());
        return madeAt(order).filter(made -> !made.isAfter(oldest)).isPresent();
    }

    /** Answers how many were forgotten. */
    public long purge() {
        return purge.of("tombstones", settings.kept().plus(CLOCKS_DIFFER), this::deleteBefore);
    }

    private int deleteBefore(Instant moment, int atMost) {
        return jdbc.sql("""
                        DELETE FROM reservations WHERE id IN (
                            SELECT id FROM reservations
                            WHERE state = 'TOMBSTONE' AND created_at < ? ORDER BY created_at LIMIT ?)
                        """).params(moment.toEpochMilli(), atMost).update();
    }

    /** A UUID of version 7 begins with its time in milliseconds; by others nothing can be told. */
    private static Optional<Instant> madeAt(OrderId order) {
        return order.value().version() == 7
                ? Optional.of(Instant.ofEpochMilli(order.value().getMostSignificantBits() >>> 16))
                : Optional.empty();
    }
}
