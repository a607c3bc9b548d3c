package io.tiktoken.auth.session;

import io.tiktoken.auth.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All sessions, those too that are over but not deleted yet. What changes anything is called inside a write. */
public interface Sessions extends Repository<Session, SessionId> {

    String SESSIONS = """
            SELECT s.id, s.user_id, u.administrator, s.device, s.second_factor, s.created_at, s.last_used_at
            FROM sessions s JOIN users u ON u.id = s.user_id
            """;

    @Transactional(readOnly = true)
    @Query(SESSIONS + "WHERE s.handle_hash = :handleHash")
    Optional<Session> byHandle(byte[] handleHash);

    /** Newest first. */
    @Transactional(readOnly = true)
    @Query(SESSIONS + "WHERE s.user_id = :user ORDER BY s.created_at DESC, s.id DESC")
    List<Session> of(UserId user);

    /** Some of administrators, or of everybody else, that began so early or were not used for so long. */
    @Transactional(readOnly = true)
    @Query("""
            SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id
            WHERE u.administrator = :administrators AND (s.created_at <= :begun OR s.last_used_at <= :used) LIMIT :most
            """)
    List<SessionId> old(boolean administrators, Instant begun, Instant used, int most);

    @Modifying
    @Query("""
            INSERT INTO sessions (id, handle_hash, user_id, device, second_factor, created_at, last_used_at)
            VALUES (:id, :handleHash, :user, :device, :secondFactor, :#{now}, :#{now})
            """)
    void add(SessionId id, byte[] handleHash, UserId user, DeviceName device, boolean secondFactor);

    @Modifying
    @Query("UPDATE sessions SET last_used_at = :#{now} WHERE id = :id AND last_used_at < :#{now}")
    void noteUse(SessionId id);

    /** A session that began without a second factor has shown one now. */
    @Modifying
    @Query("UPDATE sessions SET second_factor = 1 WHERE id = :id")
    void showSecondFactor(SessionId id);

    /** There is no second factor any more, so no session has shown one. */
    @Modifying
    @Query("UPDATE sessions SET second_factor = 0 WHERE user_id = :user")
    void forgetSecondFactors(UserId user);

    /** Whether the person had such a session to end. */
    @Modifying
    @Query("DELETE FROM sessions WHERE id = :id AND user_id = :user")
    boolean end(UserId user, SessionId id);

    @Modifying
    @Query("DELETE FROM sessions WHERE id IN (:ids)")
    void end(List<SessionId> ids);

    @Modifying
    @Query("DELETE FROM sessions WHERE user_id = :user")
    void endAllOf(UserId user);

    /** Logs the person out everywhere but there. */
    @Modifying
    @Query("DELETE FROM sessions WHERE user_id = :user AND id NOT IN (:kept)")
    void endOthersOf(UserId user, List<SessionId> kept);

    /** Logs the person out everywhere but here. */
    default void endOthersOf(UserId user, SessionId here) {
        endOthersOf(user, List.of(here));
    }
}
