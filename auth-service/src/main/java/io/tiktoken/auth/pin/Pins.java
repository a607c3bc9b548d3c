package io.tiktoken.auth.pin;

import io.tiktoken.auth.user.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's PIN, hashed, and how many wrong tries there were in a row. Everything here is called inside a write. */
@Repository
public class Pins {

    static final int MOST_TRIES = 5;

    /** A try that has been counted, with what it is compared to. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
    record CountedTry(byte[] salt, byte[] hash, int number) {

        int left() {
            return MOST_TRIES - number;
        }
    }

    private final JdbcClient jdbc;
    private final PinHash pinHash;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Pins(JdbcClient jdbc, PinHash pinHash, Clock clock) {
        this.jdbc = jdbc;
        this.pinHash = pinHash;
        this.clock = clock;
    }

    /** Gives the user this PIN in place of any earlier one, with all tries ahead. */
    public void set(UserId user, Pin pin) {
        var salt = new byte[PinHash.SALT_BYTES];
        random.nextBytes(salt);
        jdbc.sql("""
                        INSERT INTO pins (user_id, salt, hash, tries, set_at) VALUES (?, ?, ?, 0, ?)
                        ON CONFLICT (user_id) DO UPDATE
                        SET salt = excluded.salt, hash = excluded.hash, tries = 0, set_at = excluded.set_at""")
                .params(user.toString(), salt, pinHash.of(user, salt, pin), clock.millis())
                .update();
    }

    /** Counts one more try; nothing when there is none left. */
    Optional<CountedTry> countTry(UserId user) {
        return jdbc.sql("""
                        UPDATE pins SET tries = tries + 1 WHERE user_id = ? AND tries < ?
                        RETURNING salt, hash, tries""")
                .params(user.toString(), MOST_TRIES)
                .query((row, _) -> new CountedTry(row.getBytes("salt"), row.getBytes("hash"), row.getInt("tries")))
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean isLocked(UserId user) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM pins WHERE user_id = ? AND tries >= ?)")
                .params(user.toString(), MOST_TRIES)
                .query(Boolean.class)
                .single();
    }

    /** The PIN approves nothing any more until its owner gets a new one with the password. */
    public void disable(UserId user) {
        jdbc.sql("UPDATE pins SET tries = ? WHERE user_id = ?")
                .params(MOST_TRIES, user.toString())
                .update();
    }

    /** The right PIN was given: the next wrong one is the first in a row again. */
    void forgetTries(UserId user) {
        jdbc.sql("UPDATE pins SET tries = 0 WHERE user_id = ?")
                .param(user.toString())
                .update();
    }
}
