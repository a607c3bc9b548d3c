package io.tiktoken.auth;

import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts people into a standing that only administrators give, for tests of what follows from it. */
public final class Standing {

    private final JdbcClient jdbc;
    private final SingleWriter writer;

    public Standing(JdbcClient jdbc, SingleWriter writer) {
        this.jdbc = jdbc;
        this.writer = writer;
    }

    public void suspend(UserId user) {
        set("suspended_at = 1", user);
    }

    public void reinstate(UserId user) {
        set("suspended_at = NULL", user);
    }

    public void makeAdministrator(UserId user) {
        set("administrator = 1", user);
    }

    public void giveOneTimePassword(UserId user) {
        set("password_is_one_time = 1", user);
    }

    private void set(String what, UserId user) {
        writer.run(() -> jdbc.sql("UPDATE users SET " + what + " WHERE id = ?")
                .param(user.toString())
                .update());
    }
}
