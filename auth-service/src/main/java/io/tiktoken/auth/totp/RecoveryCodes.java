package io.tiktoken.auth.totp;

import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The unused recovery codes beside everybody's authenticator, hashed, and how many wrong ones came within an hour.
 * Everything here is called inside a write.
 */
@Repository
public class RecoveryCodes {

    private static final int HANDED_OUT = 10;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TotpSettings settings;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, TotpSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Ten new ones, to be shown this once; earlier ones are worth nothing any more. */
    public List<RecoveryCode> replace(UserId user) {
        jdbc.sql("DELETE FROM recovery_codes WHERE user_id = ?").param(user).update();
        var codes = Stream.generate(RecoveryCode::random).limit(HANDED_OUT).toList();
        codes.forEach(code -> jdbc.sql("INSERT INTO recovery_codes (user_id, hash) VALUES (?, ?)")
                .params(user, code.hashFor(user))
                .update());
        return codes;
    }

    /** Counts one more try and says how many are left; nothing when there was none left in this hour. */
    Optional<Integer> countTry(UserId user) {
        return jdbc.sql("""
                        UPDATE authenticators
                        SET recovery_tries = CASE WHEN recovery_hour <= :anHourAgo THEN 1 ELSE recovery_tries + 1 END,
                            recovery_hour = CASE WHEN recovery_hour <= :anHourAgo THEN :now ELSE recovery_hour END
                        WHERE user_id = :user AND (recovery_hour <= :anHourAgo OR recovery_tries < :most)
                        RETURNING recovery_tries""")
                .param("user", user)
                .param("now", clock.millis())
                .param("anHourAgo", clock.instant().minus(WINDOW).toEpochMilli())
                .param("most", settings.recoveryTriesPerHour())
                .query(Integer.class)
                .optional()
                .map(tries -> settings.recoveryTriesPerHour() - tries);
    }

    /** Uses the code up and, as it stands in for the authenticator, opens a locked one; not so when it is not there. */
    boolean use(UserId user, RecoveryCode code) {
        var there = jdbc.sql("DELETE FROM recovery_codes WHERE user_id = ? AND hash = ?")
                        .params(user, code.hashFor(user))
                        .update()
                == 1;
        if (there) {
            jdbc.sql("UPDATE authenticators SET tries = 0, recovery_tries = 0 WHERE user_id = ?")
                    .param(user)
                    .update();
        }
        return there;
    }

    /** How long until tries are counted anew. */
    Duration untilNextHour(UserId user) {
        var began = jdbc.sql("SELECT recovery_hour FROM authenticators WHERE user_id = ?")
                .param(user)
                .query(Long.class)
                .single();
        return WINDOW.minusMillis(clock.millis() - began);
    }
}
