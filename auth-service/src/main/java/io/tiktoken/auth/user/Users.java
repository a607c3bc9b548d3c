package io.tiktoken.auth.user;

import io.tiktoken.defaults.text.SearchForm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who registered. Reads go beside the writer; what changes anything is called inside a write. */
@Repository
public class Users {

    private static final String SELECT = """
            SELECT id, username, display_name, administrator, suspended_at, password_hash, password_is_one_time
            FROM users
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Users(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<User> byId(UserId id) {
        return credentials("WHERE id = ?", id.toString()).map(Credentials::user);
    }

    @Transactional(readOnly = true)
    public Optional<User> byName(Username username) {
        return credentials("WHERE username = ?", username.value()).map(Credentials::user);
    }

    @Transactional(readOnly = true)
    public Optional<Credentials> credentialsOf(Username username) {
        return credentials("WHERE username = ?", username.value());
    }

    @Transactional(readOnly = true)
    public Optional<Credentials> credentialsOf(UserId id) {
        return credentials("WHERE id = ?", id.toString());
    }

    @Transactional(readOnly = true)
    public boolean includeAnAdministrator() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM users WHERE administrator = 1)")
                .query(Boolean.class)
                .single();
    }

    /** Adds a person unless the name is taken; whether it was done. */
    public boolean add(Credentials credentials, byte[] recoveryCodeHash) {
        var user = credentials.user();
        return jdbc.sql("""
                        INSERT INTO users (id, username, display_name, search_text, password_hash, recovery_code_hash,
                                           administrator, password_is_one_time, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (username) DO NOTHING""")
                        .params(
                                user.id().toString(),
                                user.username().value(),
                                user.displayName().value(),
                                SearchForm.of(user.displayName().value()),
                                credentials.passwordHash(),
                                recoveryCodeHash,
                                user.administrator() ? 1 : 0,
                                credentials.passwordIsOneTime() ? 1 : 0,
                                clock.millis())
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public boolean hasRecoveryCode(UserId id, byte[] recoveryCodeHash) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM users WHERE id = ? AND recovery_code_hash = ?)")
                .params(id.toString(), recoveryCodeHash)
                .query(Boolean.class)
                .single();
    }

    /** Swaps password and recovery code in one step, so that a code works once even when it comes twice at once. */
    public boolean recover(UserId id, byte[] usedCodeHash, byte[] nextCodeHash, String passwordHash) {
        return jdbc.sql("""
                        UPDATE users SET recovery_code_hash = ?, recovery_code_seen = 0, password_hash = ?, password_is_one_time = 0
                        WHERE id = ? AND recovery_code_hash = ?""")
                        .params(nextCodeHash, passwordHash, id.toString(), usedCodeHash)
                        .update()
                == 1;
    }

    /** Sets a password that only its owner knows, unless another one was set meanwhile. */
    public boolean changePassword(UserId id, String oldHash, String newHash) {
        return jdbc.sql("""
                        UPDATE users SET password_hash = ?, password_is_one_time = 0
                        WHERE id = ? AND password_hash = ?""").params(newHash, id.toString(), oldHash).update() == 1;
    }

    public void rename(UserId id, DisplayName displayName) {
        jdbc.sql("UPDATE users SET display_name = ?, search_text = ? WHERE id = ?")
                .params(displayName.value(), SearchForm.of(displayName.value()), id.toString())
                .update();
    }

    private Optional<Credentials> credentials(String where, String parameter) {
        return jdbc.sql(SELECT + where)
                .param(parameter)
                .query((row, _) -> credentials(row))
                .optional();
    }

    private static Credentials credentials(ResultSet row) throws SQLException {
        var user = new User(
                UserId.of(row.getString("id")),
                new Username(row.getString("username")),
                new DisplayName(row.getString("display_name")),
                row.getBoolean("administrator"),
                row.getObject("suspended_at") != null);
        return new Credentials(user, row.getString("password_hash"), row.getBoolean("password_is_one_time"));
    }
}
