package io.tiktoken.auth.pin;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.PASSWORD_WRONG;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.PIN_RESET;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import org.springframework.stereotype.Service;

/** Gives a new PIN to whoever knows the password. It is the only way to open a PIN that wrong tries have locked. */
@Service
public class ResetPin {

    /** Every answer to asking for a new PIN. */
    public sealed interface Outcome {

        record Reset(Pin pin) implements Outcome {}

        record PasswordIncorrect() implements Outcome {}
    }

    private final Users users;
    private final Passwords passwords;
    private final Pins pins;
    private final SecurityEvents events;
    private final SingleWriter writer;

    ResetPin(Users users, Passwords passwords, Pins pins, SecurityEvents events, SingleWriter writer) {
        this.users = users;
        this.passwords = passwords;
        this.pins = pins;
        this.events = events;
        this.writer = writer;
    }

    public Outcome reset(UserId user, String password, Actor by) {
        var hash = users.credentialsOf(user).map(Credentials::passwordHash);
        var right = hash.isPresent() && passwords.match(password, hash.get());
        return writer.write(() -> right ? newPin(user, by) : refused(user, by));
    }

    private Outcome newPin(UserId user, Actor by) {
        var pin = Pin.random();
        pins.set(user, pin);
        events.record(PIN_RESET, by, user);
        return new Outcome.Reset(pin);
    }

    private Outcome refused(UserId user, Actor by) {
        events.record(PASSWORD_WRONG, by, user);
        return new Outcome.PasswordIncorrect();
    }
}
