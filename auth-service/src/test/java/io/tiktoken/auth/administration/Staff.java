package io.tiktoken.auth.administration;

import io.tiktoken.auth.People;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.pin.Pins;
import io.tiktoken.auth.session.LogIn;
import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.runtime.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers and administrators for tests. */
@TestComponent
class Staff {

    static final Pin PIN = new Pin("274587");

    private final Users users;
    private final Pins pins;
    private final Ids ids;
    private final String passwordHash; // Once for all: hashing is slow on purpose.
    private final LogIn logIn;
    private final SingleWriter writer;
    private final JdbcClient jdbc;
    private final Clock clock;

    Staff(
            Users users,
            Passwords passwords,
            Pins pins,
            Ids ids,
            LogIn logIn,
            SingleWriter writer,
            JdbcClient jdbc,
            Clock clock) {
        this.users = users;
        this.pins = pins;
        this.ids = ids;
        this.passwordHash = passwords.hash(People.PASSWORD);
        this.logIn = logIn;
        this.writer = writer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    User customer() {
        var username = People.newName();
        var user = new User(new UserId(ids.next()), username, new DisplayName("Alice Lim"), false, false);
        var credentials = new Credentials(user, passwordHash, false);
        writer.run(() -> {
            users.add(credentials, RecoveryCode.random().hashFor(user.id()));
            pins.set(user.id(), PIN);
        });
        return user;
    }

    User administrator() {
        var user = customer();
        writer.run(() -> {
            jdbc.sql("UPDATE users SET administrator = 1 WHERE id = ?")
                    .param(user.id().toString())
                    .update();
            enableTotp(user);
        });
        return user;
    }

    /** As if a first code had been shown. */
    void enableTotp(User user) {
        writer.run(() -> jdbc.sql("""
                        INSERT INTO authenticators (user_id, seed, enrolled_at, confirmed_at, last_step)
                        VALUES (?, zeroblob(48), 0, 0, 0)""").param(user.id().toString()).update());
    }

    /** As if the person had given it up. */
    void removeTotp(User user) {
        writer.run(() -> jdbc.sql("DELETE FROM authenticators WHERE user_id = ?")
                .param(user.id().toString())
                .update());
    }

    /** As if administrators had decided so, this long ago. */
    void suspend(User user, Duration ago) {
        writer.run(() -> jdbc.sql("UPDATE users SET suspended_at = ? WHERE id = ?")
                .params(clock.instant().minus(ago).toEpochMilli(), user.id().toString())
                .update());
    }

    /** Whoever administered before does so no more. */
    User onlyAdministrator() {
        writer.run(() -> jdbc.sql("UPDATE users SET administrator = 0").update());
        return administrator();
    }

    byte[] recoveryCodeHash(User user) {
        return jdbc.sql("SELECT recovery_code_hash FROM users WHERE id = ?")
                .param(user.id().toString())
                .query(byte[].class)
                .single();
    }

    Actor actor(User user) {
        return People.CALLER.knownAs(user.id());
    }

    LogIn.Outcome logIn(User user) {
        return logIn.logIn(People.logIn(user, People.PASSWORD), People.CALLER);
    }

    /** Newest first: what was recorded about a person, by whom, and with which words. */
    List<String> eventsAbout(UserId user) {
        return jdbc.sql("SELECT kind, actor, detail FROM security_events WHERE subject = ? ORDER BY id DESC")
                .param(user.toString())
                .query((row, _) -> "%s by %s: %s"
                        .formatted(row.getString("kind"), row.getString("actor"), row.getString("detail")))
                .list();
    }
}
