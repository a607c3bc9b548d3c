package io.tiktoken.auth.pin;

import io.tiktoken.auth.user.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everybody's PIN, hashed, and how many wrong tries there were in a row. A try is compared outside any transaction, so
 * anything may happen between its counting and its end: the PIN is renewed or disabled, or is being guessed at elsewhere.
 * Each of these makes another version of the row, and a try can only be accepted for the version that it was counted
 * with. Everything here is called inside a write.
 */
@Repository
public class Pins {

    static final int MOST_TRIES = 5;

    /** Of a check that has not come to its end after so long, none is expected: its process was killed. */
    static final Duration LONGEST_CHECK = Duration.ofSeconds(5);

    /** What came of a try. */
    sealed interface Try {

        /** It is counted; this is what it is compared to. No other is counted before it has ended, or taken too long. */
        @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
        record Counted(byte[] salt, byte[] hash, int number, long version) implements Try {

            int left() {
                return MOST_TRIES - number;
            }
        }

        /** Not counted: the one before it is still being checked, perhaps by another replica. */
        record TooEarly() implements Try {}

        /** Not counted: there is none left, or the PIN is disabled. */
        record Locked() implements Try {}
    }

    private static final String IS_BEING_CHECKED = "(checked_until > :now AND checked_until <= :longestCheck)";

    private final JdbcClient jdbc;
    private final PinHash pinHash;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Pins(JdbcClient jdbc, PinHash pinHash, Clock clock) {
        this.jdbc = jdbc;
        this.pinHash = pinHash;
        this.clock = clock;
    }

    /** Gives the user this PIN in place of any earlier one, with all tries ahead, also in place of a disabled one. */
    public void set(UserId user, Pin pin) {
        var salt = new byte[PinHash.SALT_BYTES];
        random.nextBytes(salt);
        jdbc.sql("""
                        INSERT INTO pins (user_id, salt, hash, tries, set_at) VALUES (?, ?, ?, 0, ?)
                        ON CONFLICT (user_id) DO UPDATE
                        SET salt = excluded.salt, hash = excluded.hash, tries = 0, set_at = excluded.set_at,
                            version = pins.version + 1, checked_until = NULL, disabled_at = NULL""")
                .params(user, salt, pinHash.of(user, salt, pin), clock.millis())
                .update();
    }

    /** Counts one more try, unless another one is being checked or none is left. */
    Try countTry(UserId user) {
        return timed(jdbc.sql("""
                        UPDATE pins SET tries = tries + 1, version = version + 1, checked_until = :longestCheck
                        WHERE user_id = :user AND tries < :most AND disabled_at IS NULL
                            AND (checked_until IS NULL OR NOT %s)
                        RETURNING salt, hash, tries AS number, version""".formatted(IS_BEING_CHECKED)))
                .param("user", user)
                .param("most", MOST_TRIES)
                .query(Try.Counted.class)
                .optional()
                .<Try>map(counted -> counted)
                .orElseGet(() -> isLocked(user) ? new Try.Locked() : new Try.TooEarly());
    }

    /** Whether no try is looked at any more: not so while the last one is being checked, which may be right. */
    @Transactional(readOnly = true)
    public boolean isLocked(UserId user) {
        return !timed(jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM pins WHERE user_id = :user AND disabled_at IS NULL
                            AND (tries < :most OR (checked_until IS NOT NULL AND %s)))""".formatted(IS_BEING_CHECKED)))
                .param("user", user)
                .param("most", MOST_TRIES)
                .query(Boolean.class)
                .single();
    }

    /** The PIN approves nothing any more until its owner gets a new one with the password. */
    public void disable(UserId user) {
        jdbc.sql("UPDATE pins SET disabled_at = ?, version = version + 1, checked_until = NULL WHERE user_id = ?")
                .params(clock.millis(), user)
                .update();
    }

    /**
     * The right PIN was given: the next wrong one is the first in a row again. Not so when the PIN was renewed or disabled,
     * or another try was counted, since this one was.
     */
    boolean accept(UserId user, long version) {
        return jdbc.sql("UPDATE pins SET tries = 0, checked_until = NULL WHERE user_id = ? AND version = ?")
                        .params(user, version)
                        .update()
                == 1;
    }

    /** The PIN was wrong, and stays counted. Whether it is still the PIN that the try was compared to. */
    boolean endWrong(UserId user, long version) {
        return jdbc.sql("UPDATE pins SET checked_until = NULL WHERE user_id = ? AND version = ?")
                        .params(user, version)
                        .update()
                == 1;
    }

    /** A clock that was set back must not leave anybody checked for ever: an end that is too far away is none. */
    private JdbcClient.StatementSpec timed(JdbcClient.StatementSpec statement) {
        var now = clock.instant();
        return statement
                .param("now", now.toEpochMilli())
                .param("longestCheck", now.plus(LONGEST_CHECK).toEpochMilli());
    }
}
