package io.tiktoken.auth.renewal;

import io.tiktoken.auth.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which generation everybody's approvals belong to, and whether wallet-service knows it. What changes anything is called
 * inside a write.
 */
@Repository
public class Generations {

    /** A generation that wallet-service was not told of, and so may still take approvals from before it. */
    record Untold(UserId user, long generation) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Generations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asked in the write that records an approval: a renewal that commits later certainly has a higher number. */
    @Transactional(readOnly = true)
    public long of(UserId user) {
        return jdbc.sql("SELECT generation FROM approval_generations WHERE user_id = ?")
                .param(user.toString())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Begins the next one, in the write that renews something or suspends the person. Its number is the time: so it is
     * higher than all that wallet-service has heard of, also when this database is put back from a backup.
     */
    public void next(UserId user) {
        jdbc.sql("""
                        INSERT INTO approval_generations (user_id, generation, begun_at) VALUES (:user, :now, :now)
                        ON CONFLICT (user_id) DO UPDATE SET
                            generation = CASE WHEN approval_generations.generation < excluded.generation
                                THEN excluded.generation ELSE approval_generations.generation + 1 END,
                            begun_at = excluded.begun_at,
                            told_at = NULL""")
                .param("user", user.toString())
                .param("now", clock.millis())
                .update();
    }

    @Transactional(readOnly = true)
    Optional<Untold> untold(UserId user) {
        return jdbc.sql("SELECT user_id, generation FROM approval_generations WHERE user_id = ? AND told_at IS NULL")
                .param(user.toString())
                .query((row, _) -> new Untold(UserId.of(row.getString("user_id")), row.getLong("generation")))
                .optional();
    }

    /** The longest untold first. */
    @Transactional(readOnly = true)
    List<Untold> untoldSince(Instant begun, int most) {
        return jdbc.sql("""
                        SELECT user_id, generation FROM approval_generations
                        WHERE told_at IS NULL AND begun_at > ? ORDER BY begun_at LIMIT ?""")
                .params(begun.toEpochMilli(), most)
                .query((row, _) -> new Untold(UserId.of(row.getString("user_id")), row.getLong("generation")))
                .list();
    }

    /** Not so when yet another one has begun. */
    void told(Untold untold) {
        jdbc.sql("UPDATE approval_generations SET told_at = ? WHERE user_id = ? AND generation = ?")
                .params(clock.millis(), untold.user().toString(), untold.generation())
                .update();
    }
}
