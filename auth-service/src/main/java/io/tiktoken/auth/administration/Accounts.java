package io.tiktoken.auth.administration;

import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.UserId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What administrators change about people. Everything here is called inside a write, and says whether it changed anything. */
@Repository
public class Accounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean suspend(UserId user) {
        return jdbc.sql("UPDATE users SET suspended_at = ? WHERE id = ? AND suspended_at IS NULL")
                        .params(clock.millis(), user.toString())
                        .update()
                == 1;
    }

    boolean reinstate(UserId user) {
        return jdbc.sql("UPDATE users SET suspended_at = NULL WHERE id = ? AND suspended_at IS NOT NULL")
                        .param(user.toString())
                        .update()
                == 1;
    }

    boolean makeAdministrator(UserId user, boolean administrator) {
        var flag = administrator ? 1 : 0;
        return jdbc.sql("UPDATE users SET administrator = ? WHERE id = ? AND administrator <> ?")
                        .params(flag, user.toString(), flag)
                        .update()
                == 1;
    }

    /** A code that is handed out here has been seen by somebody who is not its owner. */
    boolean replaceRecoveryCode(UserId user, RecoveryCode code) {
        return jdbc.sql("UPDATE users SET recovery_code_hash = ?, recovery_code_seen = 1 WHERE id = ?")
                        .params(code.hashFor(user), user.toString())
                        .update()
                == 1;
    }

    /** Lets a recovery code that somebody else has seen open nothing any more; one that only its owner knows stays. */
    void voidSeenRecoveryCode(UserId user) {
        jdbc.sql("UPDATE users SET recovery_code_hash = ? WHERE id = ? AND recovery_code_seen = 1")
                .params(RecoveryCode.random().hashFor(user), user.toString())
                .update();
    }

    /** Gives an administrator a password that somebody else has seen, and lets them in again. */
    boolean reset(UserId administrator, String passwordHash) {
        return jdbc.sql("""
                        UPDATE users SET password_hash = ?, password_is_one_time = 1, suspended_at = NULL
                        WHERE id = ? AND administrator = 1""").params(passwordHash, administrator.toString()).update() == 1;
    }
}
