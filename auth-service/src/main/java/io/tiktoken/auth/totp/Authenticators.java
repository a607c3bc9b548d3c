package io.tiktoken.auth.totp;

import io.tiktoken.auth.key.KeyCipher;
import io.tiktoken.auth.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everybody's authenticator, with its seed sealed. As with PINs, a try is compared outside any transaction, and is only
 * accepted for the version of the row, and the seed, that it was counted with. What changes anything is called inside a
 * write.
 */
@Repository
public class Authenticators {

    static final int MOST_TRIES = 5;

    /** Of a check that has not come to its end after so long, none is expected: its process was killed. */
    static final Duration LONGEST_CHECK = Duration.ofSeconds(5);

    /** What came of a try. */
    sealed interface Try {

        /** It is counted; this is what it is compared to. No other is counted before it has ended, or taken too long. */
        record Counted(Seed seed, String serial, int number, long version) implements Try {

            int left() {
                return MOST_TRIES - number;
            }
        }

        /** Not counted: the one before it is still being checked, perhaps by another replica. */
        record TooEarly() implements Try {}

        /** Not counted: there is none left. */
        record Locked() implements Try {}
    }

    /** An authenticator whose seed is still sealed. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
    private record Row(byte[] seed, int tries, long version) {}

    private static final String IS_BEING_CHECKED = "(checked_until > :now AND checked_until <= :longestCheck)";

    private static final String CONFIRM =
            "UPDATE authenticators SET confirmed_at = ?, last_step = ? WHERE user_id = ? AND confirmed_at IS NULL";

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
                .param(user)
                .query(Boolean.class)
                .single();
    }

    /**
     * Tells this person's authenticator from every other that they had or will have. Who was asked for a code looks at it
     * before, and again in the write that the code was for: it must be the same.
     */
    @Transactional(readOnly = true)
    public Optional<String> serialOf(UserId user) {
        return jdbc.sql("SELECT seed FROM authenticators WHERE user_id = ? AND confirmed_at IS NOT NULL")
                .param(user)
                .query(byte[].class)
                .optional()
                .map(Authenticators::serial);
    }

    /** Begins with this seed, in place of an earlier one that was not confirmed; not so when one is confirmed already. */
    public boolean enrol(UserId user, Seed seed) {
        return jdbc.sql("""
                        INSERT INTO authenticators (user_id, seed, enrolled_at) VALUES (?, ?, ?)
                        ON CONFLICT (user_id) DO UPDATE SET seed = excluded.seed, enrolled_at = excluded.enrolled_at
                        WHERE confirmed_at IS NULL""")
                        .params(user, cipher.seal(nameOf(user), seed.bytes()), clock.millis())
                        .update()
                == 1;
    }

    /** The step whose code this is, if an authenticator waits for its first code. */
    public boolean confirm(UserId user, Otp.Code code) {
        var step = pending(user)
                .map(seed -> TimeSteps.of(code, seed, clock.instant()))
                .orElseGet(OptionalLong::empty);
        return step.isPresent()
                && jdbc.sql(CONFIRM)
                                .params(clock.millis(), step.getAsLong(), user)
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
                        .param(user)
                        .update()
                == 1;
    }

    /** Counts one more try, unless another one is being checked or none is left. */
    Try countTry(UserId user) {
        return timed(jdbc.sql("""
                        UPDATE authenticators SET tries = tries + 1, version = version + 1, checked_until = :longestCheck
                        WHERE user_id = :user AND confirmed_at IS NOT NULL AND tries < :most
                            AND (checked_until IS NULL OR NOT %s)
                        RETURNING seed, tries, version""".formatted(IS_BEING_CHECKED)))
                .param("user", user)
                .param("most", MOST_TRIES)
                .query(Row.class)
                .optional()
                .<Try>map(row ->
                        new Try.Counted(opened(user, row.seed()), serial(row.seed()), row.tries(), row.version()))
                .orElseGet(() -> isLocked(user) ? new Try.Locked() : new Try.TooEarly());
    }

    /** Whether no code is looked at any more: not so while the last one is being checked, which may be right. */
    @Transactional(readOnly = true)
    boolean isLocked(UserId user) {
        return !timed(jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM authenticators WHERE user_id = :user AND confirmed_at IS NOT NULL
                            AND (tries < :most OR (checked_until IS NOT NULL AND %s)))""".formatted(IS_BEING_CHECKED)))
                .param("user", user)
                .param("most", MOST_TRIES)
                .query(Boolean.class)
                .single();
    }

    /** The code was compared. Whether this is still the newest try, and the authenticator that it was compared to. */
    boolean end(UserId user, Try.Counted counted) {
        return serialOf(user).filter(counted.serial()::equals).isPresent()
                && jdbc.sql("UPDATE authenticators SET checked_until = NULL WHERE user_id = ? AND version = ?")
                                .params(user, counted.version())
                                .update()
                        == 1;
    }

    /** Accepts a step and forgets the tries; not so when it, or a later one, was accepted before. */
    boolean accept(UserId user, long step) {
        return jdbc.sql("UPDATE authenticators SET last_step = ?, tries = 0 WHERE user_id = ? AND last_step < ?")
                        .params(step, user, step)
                        .update()
                == 1;
    }

    /** Takes the count of one try back. */
    void giveBack(UserId user) {
        jdbc.sql("UPDATE authenticators SET tries = tries - 1 WHERE user_id = ?")
                .param(user)
                .update();
    }

    private Optional<Seed> pending(UserId user) {
        return jdbc.sql("SELECT seed FROM authenticators WHERE user_id = ? AND confirmed_at IS NULL")
                .param(user)
                .query(byte[].class)
                .optional()
                .map(seed -> opened(user, seed));
    }

    private Seed opened(UserId user, byte[] seed) {
        return Seed.of(cipher.open(nameOf(user), seed));
    }

    /** Sealing the same seed twice gives two texts, so that no two authenticators have the same. */
    private static String serial(byte[] seed) {
        return HexFormat.of().formatHex(seed);
    }

    /** A clock that was set back must not leave anybody checked for ever: an end that is too far away is none. */
    private JdbcClient.StatementSpec timed(JdbcClient.StatementSpec statement) {
        var now = clock.instant();
        return statement
                .param("now", now.toEpochMilli())
                .param("longestCheck", now.plus(LONGEST_CHECK).toEpochMilli());
    }

    private static String nameOf(UserId user) {
        return "authenticator/" + user;
    }
}
