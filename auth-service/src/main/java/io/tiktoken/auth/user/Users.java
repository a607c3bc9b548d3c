package io.tiktoken.auth.user;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who registered. Reads go beside the writer; what changes anything is called inside a write. */
public interface Users extends Repository<Credentials, UserId> {

    String CREDENTIALS = """
            SELECT id, username, display_name, administrator, suspended_at IS NOT NULL AS suspended,
                   password_hash, password_is_one_time
            FROM users
            """;

    default Optional<User> byId(UserId id) {
        return credentialsOf(id).map(Credentials::user);
    }

    default Optional<User> byName(Username username) {
        return credentialsOf(username).map(Credentials::user);
    }

    @Transactional(readOnly = true)
    @Query(CREDENTIALS + "WHERE username = :username")
    Optional<Credentials> credentialsOf(Username username);

    @Transactional(readOnly = true)
    @Query(CREDENTIALS + "WHERE id = :id")
    Optional<Credentials> credentialsOf(UserId id);

    @Transactional(readOnly = true)
    @Query("SELECT EXISTS (SELECT 1 FROM users WHERE administrator = 1)")
    boolean includeAnAdministrator();

    /** Adds a person unless the name is taken; whether it was done. */
    @Modifying
    @Query("""
            INSERT INTO users (id, username, display_name, search_text, password_hash, recovery_code_hash,
                               administrator, password_is_one_time, created_at)
            VALUES (:#{#credentials.user.id}, :#{#credentials.user.username}, :#{#credentials.user.displayName},
                    :#{#credentials.user.displayName.searchForm}, :#{#credentials.passwordHash}, :recoveryCodeHash,
                    :#{#credentials.user.administrator}, :#{#credentials.passwordIsOneTime}, :#{now})
            ON CONFLICT (username) DO NOTHING
            """)
    boolean add(Credentials credentials, byte[] recoveryCodeHash);

    @Transactional(readOnly = true)
    @Query("SELECT EXISTS (SELECT 1 FROM users WHERE id = :id AND recovery_code_hash = :recoveryCodeHash)")
    boolean hasRecoveryCode(UserId id, byte[] recoveryCodeHash);

    /** Swaps password and recovery code in one step, so that a code works once even when it comes twice at once. */
    @Modifying
    @Query("""
            UPDATE users SET recovery_code_hash = :nextCodeHash, recovery_code_seen = 0,
                             password_hash = :passwordHash, password_is_one_time = 0
            WHERE id = :id AND recovery_code_hash = :usedCodeHash
            """)
    boolean recover(UserId id, byte[] usedCodeHash, byte[] nextCodeHash, String passwordHash);

    /** Sets a password that only its owner knows, unless another one was set meanwhile. */
    @Modifying
    @Query("""
            UPDATE users SET password_hash = :newHash, password_is_one_time = 0
            WHERE id = :id AND password_hash = :oldHash
            """)
    boolean changePassword(UserId id, String oldHash, String newHash);

    @Modifying
    @Query("UPDATE users SET display_name = :name, search_text = :#{#name.searchForm} WHERE id = :id")
    void rename(UserId id, DisplayName name);
}
