package io.tiktoken.auth.secondfactor;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.TOTP_ENROLLED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.totp.Seed;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Username;
import io.tiktoken.defaults.database.SingleWriter;
import org.springframework.stereotype.Service;

/** First half of getting an authenticator: a secret to scan. It changes nothing until a code proves that it arrived. */
@Service
public class EnrolAuthenticator {

    /** Every answer to asking for an authenticator. */
    public sealed interface Outcome {

        record Enrolled(Enrolment enrolment) implements Outcome {}

        record AlreadyEnabled() implements Outcome {}
    }

    private final Authenticators authenticators;
    private final SecurityEvents events;
    private final SingleWriter writer;

    EnrolAuthenticator(Authenticators authenticators, SecurityEvents events, SingleWriter writer) {
        this.authenticators = authenticators;
        this.events = events;
        this.writer = writer;
    }

    public Outcome enrol(UserId user, Username username, Actor by, Keep<Outcome.Enrolled> keep) {
        var seed = Seed.random();
        return writer.write(() -> {
            if (!authenticators.enrol(user, seed)) {
                return new Outcome.AlreadyEnabled();
            }
            events.record(TOTP_ENROLLED, by, user);
            var enrolled = new Outcome.Enrolled(new Enrolment(username, seed));
            keep.keep(user.toString(), enrolled);
            return enrolled;
        });
    }
}
