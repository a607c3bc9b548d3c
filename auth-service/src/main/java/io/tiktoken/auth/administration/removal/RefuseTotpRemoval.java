package io.tiktoken.auth.administration.removal;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.TOTP_REMOVAL_REFUSED;

import io.tiktoken.auth.administration.Administration;
import io.tiktoken.auth.administration.Outcome;
import io.tiktoken.auth.administration.Refusal;
import io.tiktoken.auth.administration.removal.TotpRemoval.Status;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import org.springframework.stereotype.Service;

/** An administrator does not agree that somebody's second factor is removed, or takes back having asked for it. */
@Service
public class RefuseTotpRemoval {

    private final Administration administration;
    private final TotpRemovals removals;
    private final SecurityEvents events;

    RefuseTotpRemoval(Administration administration, TotpRemovals removals, SecurityEvents events) {
        this.administration = administration;
        this.removals = removals;
        this.events = events;
    }

    public Outcome<Status> refuse(TotpRemovalId id, Actor by) {
        return removals.find(id)
                .map(removal -> administration.act(TOTP_REMOVAL_REFUSED, by, removal.user(), _ -> refused(removal, by)))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome<Status> refused(TotpRemoval removal, Actor by) {
        if (!removals.decide(removal.id(), Status.REFUSED, Administration.idOf(by))) {
            return Outcome.refused(Refusal.NO_LONGER_OPEN);
        }
        events.record(TOTP_REMOVAL_REFUSED, by, removal.user(), "requested by " + removal.requestedByName());
        return Outcome.done(Status.REFUSED);
    }
}
