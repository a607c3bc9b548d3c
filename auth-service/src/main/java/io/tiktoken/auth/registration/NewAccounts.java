package io.tiktoken.auth.registration;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.REGISTERED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.pin.Pins;
import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import org.springframework.stereotype.Component;

/** Adds a person with all that belongs to one, in a single write. */
@Component
class NewAccounts {

    private final Users users;
    private final Pins pins;
    private final SecurityEvents events;
    private final SingleWriter writer;

    NewAccounts(Users users, Pins pins, SecurityEvents events, SingleWriter writer) {
        this.users = users;
        this.pins = pins;
        this.events = events;
        this.writer = writer;
    }

    /** Whether the person was added; not so when the username is taken. */
    boolean add(Credentials credentials, Pin pin, RecoveryCode recoveryCode, Actor by) {
        var user = credentials.user();
        return writer.write(() -> {
            if (!users.add(credentials, recoveryCode.hashFor(user.id()))) {
                return false;
            }
            pins.set(user.id(), pin);
            events.record(REGISTERED, by, user.id());
            return true;
        });
    }
}
