package io.tiktoken.defaults.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The messages that wait, of all kinds. What changes anything is called inside a write. */
class OutboxStore {

    /** @param tries how often it got no answer */
    record Waiting(UUID id, String payload, int tries) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String kind, Message message, String payload) {
        jdbc.sql("INSERT INTO outbox (id, kind, subject, payload, written_at) VALUES (?, ?, ?, ?, ?)")
                .params(message.id(), kind, message.subject(), payload, clock.millis())
                .update();
    }

    /**
     * The oldest that may be told now. Whoever waits for another try holds up what came later about the same subject,
     * and nothing else. A time further off than the longest pause is from before the clock was set back.
     */
    @Transactional(readOnly = true)
    List<Waiting> due(String kind, Duration longestPause, int atMost) {
        return List.copyOf(jdbc.sql("""
                        SELECT id, payload, tries FROM outbox AS message
                        WHERE kind = :kind AND parked_at IS NULL AND NOT EXISTS (
                            SELECT 1 FROM outbox AS earlier
                            WHERE earlier.kind = :kind AND earlier.subject = message.subject
                                AND earlier.position <= message.position AND earlier.parked_at IS NULL
                                AND earlier.again_at > :now AND earlier.again_at <= :latest)
                        ORDER BY position LIMIT :most
                        """)
                .param("kind", kind)
                .param("now", clock.millis())
                .param("latest", clock.millis() + longestPause.toMillis())
                .param("most", atMost)
                .query(Waiting.class)
                .list());
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM outbox WHERE id = ?").param(id).update();
    }

    void park(UUID id) {
        jdbc.sql("UPDATE outbox SET parked_at = ? WHERE id = ?")
                .params(clock.millis(), id)
                .update();
    }

    void postpone(UUID id, Duration pause) {
        jdbc.sql("UPDATE outbox SET tries = tries + 1, again_at = ? WHERE id = ?")
                .params(clock.millis() + pause.toMillis(), id)
                .update();
    }

    @Transactional(readOnly = true)
    long count(String kind) {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE kind = ? AND parked_at IS NULL")
                .param(kind)
                .query(Long.class)
                .single();
    }

    /** How long ago the oldest was written, in milliseconds; 0 when none waits. */
    @Transactional(readOnly = true)
    long age(String kind) {
        return jdbc.sql("SELECT written_at FROM outbox WHERE kind = ? AND parked_at IS NULL ORDER BY position LIMIT 1")
                .param(kind)
                .query(Long.class)
                .optional()
                .map(written -> Math.max(0, clock.millis() - written))
                .orElse(0L);
    }
}
