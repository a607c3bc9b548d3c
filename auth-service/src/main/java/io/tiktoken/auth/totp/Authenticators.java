package io.tiktoken.auth.totp;

import io.tiktoken.auth.key.KeyCipher;
import io.tiktoken.auth.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's authenticator, with its seed sealed. What changes anything is called inside a write. */
@Repository
public class Authenticators {

    static final int MOST_TRIES = 5;

    /** A try that has been counted, with what it is compared to. */
    record CountedTry(Seed seed, int number) {

        int left() {
            return MOST_TRIES - number;
        }
    }

    private final JdbcClient jdbc;
    private final KeyCipher cipher;
    private final Clock clock;

    Authenticators(JdbcClient jdbc, KeyCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Whether this person has an authenticator that has shown its first code. */
    @Transactional(readOnly = true)
    public boolean isEnabled(UserId user) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM authenticators WHERE user_id = ? AND confirmed_at IS NOT NULL)")
                .param(user.toString())
                .query(Boolean.class)
                .single();
    }

    /** Begins with this seed, in place of an earlier one that was not confirmed; not so when one is confirmed already. */
    public boolean enrol(UserId user, Seed seed) {
        return jdbc.sql("""
                        INSERT INTO authenticators (user_id, seed, enrolled_at) VALUES (?, ?, ?)
                        ON CONFLICT (user_id) DO UPDATE SET seed = excluded.seed, enrolled_at = excluded.enrolled_at
                        WHERE confirmed_at IS NULL""")
                        .params(user.toString(), cipher.seal(nameOf(user), seed.bytes()), clock.millis())
                        .update()
                == 1;
    }

    /** The step whose code this is, if an authenticator waits for its first code. */
    public boolean confirm(UserId user, Otp.Code code) {
        var step = pending(user)
                .map(seed -> TimeSteps.of(code, seed, clock.instant()))
                .orElseGet(OptionalLong::empty);
        return step.isPresent()
                && jdbc.sql("""
                        UPDATE authenticators SET confirmed_at = ?, last_step = ?
                        WHERE user_id = ? AND confirmed_at IS NULL""")
                                .params(clock.millis(), step.getAsLong(), user.toString())
                                .update()
                        == 1;
    }

    /** Whether an authenticator waits for its first code. */
    public boolean isPending(UserId user) {
        return pending(user).isPresent();
    }

    /** From now on this person has no authenticator and no recovery codes for one; whether they had. */
    public boolean remove(UserId user) {
        return jdbc.sql("DELETE FROM authenticators WHERE user_id = ?")
                        .param(user.toString())
                        .update()
                == 1;
    }

    /** Counts one more try; nothing when there is none left. */
    Optional<CountedTry> countTry(UserId user) {
        return jdbc.sql("""
                        UPDATE authenticators SET tries = tries + 1
                        WHERE user_id = ? AND confirmed_at IS NOT NULL AND tries < ?
                        RETURNING seed, tries""")
                .params(user.toString(), MOST_TRIES)
                .query((row, _) -> new CountedTry(seed(user, row), row.getInt("tries")))
                .optional();
    }

    /** Accepts a step and forgets the tries; not so when it, or a later one, was accepted before. */
    boolean accept(UserId user, long step) {
        return jdbc.sql("UPDATE authenticators SET last_step = ?, tries = 0 WHERE user_id = ? AND last_step < ?")
                        .params(step, user.toString(), step)
                        .update()
                == 1;
    }

    private Optional<Seed> pending(UserId user) {
        return jdbc.sql("SELECT seed FROM authenticators WHERE user_id = ? AND confirmed_at IS NULL")
                .param(user.toString())
                .query((row, _) -> seed(user, row))
                .optional();
    }

    private Seed seed(UserId user, ResultSet row) throws SQLException {
        return Seed.of(cipher.open(nameOf(user), row.getBytes("seed")));
    }

    private static String nameOf(UserId user) {
        return "authenticator/" + user;
    }
}
