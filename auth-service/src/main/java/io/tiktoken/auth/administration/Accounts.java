package io.tiktoken.auth.administration;

import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** What administrators change about people. Everything here is called inside a write, and says whether it changed anything. */
interface Accounts extends Repository<User, UserId> {

    @Modifying
    @Query("UPDATE users SET suspended_at = :#{now} WHERE id = :user AND suspended_at IS NULL")
    boolean suspend(UserId user);

    @Modifying
    @Query("UPDATE users SET suspended_at = NULL WHERE id = :user AND suspended_at IS NOT NULL")
    boolean reinstate(UserId user);

    @Modifying
    @Query("UPDATE users SET administrator = :administrator WHERE id = :user AND administrator <> :administrator")
    boolean makeAdministrator(UserId user, boolean administrator);

    /** A code that is handed out here has been seen by somebody who is not its owner. */
    @Modifying
    @Query("UPDATE users SET recovery_code_hash = :#{#code.hashFor(#user)}, recovery_code_seen = 1 WHERE id = :user")
    boolean replaceRecoveryCode(UserId user, RecoveryCode code);

    /** Lets a recovery code that somebody else has seen open nothing any more; one that only its owner knows stays. */
    default void voidSeenRecoveryCode(UserId user) {
        replaceSeenRecoveryCode(user, RecoveryCode.random());
    }

    @Modifying
    @Query("UPDATE users SET recovery_code_hash = :#{#code.hashFor(#user)} WHERE id = :user AND recovery_code_seen = 1")
    boolean replaceSeenRecoveryCode(UserId user, RecoveryCode code);

    /** Gives an administrator a password that somebody else has seen, and lets them in again. */
    @Modifying
    @Query("""
            UPDATE users SET password_hash = :passwordHash, password_is_one_time = 1, suspended_at = NULL
            WHERE id = :administrator AND administrator = 1
            """)
    boolean reset(UserId administrator, String passwordHash);
}
