package io.tiktoken.auth.renewal;

import io.tiktoken.auth.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which generation everybody's approvals belong to, and whether wallet-service knows it. What changes anything is called
 * inside a write.
 */
public interface Generations extends Repository<Generations.Untold, UserId> {

    /** A generation that wallet-service was not told of, and so may still take approvals from before it. */
    record Untold(UserId userId, long generation) {}

    /** Asked in the write that records an approval: a renewal that commits later certainly has a higher number. */
    @Transactional(readOnly = true)
    @Query("SELECT coalesce(max(generation), 0) FROM approval_generations WHERE user_id = :user")
    long of(UserId user);

    /**
     * Begins the next one, in the write that renews something or suspends the person. Its number is the time: so it is
     * higher than all that wallet-service has heard of, also when this database is put back from a backup.
     */
    @Modifying
    @Query("""
            INSERT INTO approval_generations (user_id, generation, begun_at) VALUES (:user, :#{now}, :#{now})
            ON CONFLICT (user_id) DO UPDATE SET
                generation = CASE WHEN approval_generations.generation < excluded.generation
                    THEN excluded.generation ELSE approval_generations.generation + 1 END,
                begun_at = excluded.begun_at,
                told_at = NULL
            """)
    void next(UserId user);

    @Transactional(readOnly = true)
    @Query("SELECT user_id, generation FROM approval_generations WHERE user_id = :user AND told_at IS NULL")
    Optional<Untold> untold(UserId user);

    /** The longest untold first. */
    @Transactional(readOnly = true)
    @Query("""
            SELECT user_id, generation FROM approval_generations
            WHERE told_at IS NULL AND begun_at > :begun ORDER BY begun_at LIMIT :most
            """)
    List<Untold> untoldSince(Instant begun, int most);

    /** Not so when yet another one has begun. */
    @Modifying
    @Query("""
            UPDATE approval_generations SET told_at = :#{now}
            WHERE user_id = :#{#untold.userId} AND generation = :#{#untold.generation}
            """)
    void told(Untold untold);
}
