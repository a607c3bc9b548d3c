package io.tiktoken.auth.administration;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.PIN_RESET_FORCED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.pin.Pins;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.text.Reason;
import org.springframework.stereotype.Service;

/**
 * Makes a PIN worthless that somebody else may know, with all that was approved with it, until its owner gets a new one
 * with the password. One administrator may do it even to another: a PIN opens no administration.
 */
@Service
public class ForcePinReset {

    private final Administration administration;
    private final Pins pins;
    private final Generations generations;
    private final SecurityEvents events;

    ForcePinReset(Administration administration, Pins pins, Generations generations, SecurityEvents events) {
        this.administration = administration;
        this.pins = pins;
        this.generations = generations;
        this.events = events;
    }

    /** The result is whom it happened to. */
    public Outcome<UserId> force(UserId whom, Reason reason, Actor by) {
        return administration.act(PIN_RESET_FORCED, by, whom, user -> {
            pins.disable(user.id());
            generations.next(user.id());
            events.record(PIN_RESET_FORCED, by, user.id(), reason.text());
            return Outcome.done(user.id());
        });
    }
}
