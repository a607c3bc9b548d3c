package io.tiktoken.auth.administration.removal;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.TOTP_REMOVAL_CONFIRMED;

import io.tiktoken.auth.administration.Administration;
import io.tiktoken.auth.administration.Outcome;
import io.tiktoken.auth.administration.Refusal;
import io.tiktoken.auth.administration.removal.TotpRemoval.Status;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import org.springframework.stereotype.Service;

/** A second administrator agrees that somebody's second factor is removed, and it is. */
@Service
public class ConfirmTotpRemoval {

    private final Administration administration;
    private final TotpRemovals removals;
    private final RemoveTotp removeTotp;
    private final SecurityEvents events;

    ConfirmTotpRemoval(
            Administration administration, TotpRemovals removals, RemoveTotp removeTotp, SecurityEvents events) {
        this.administration = administration;
        this.removals = removals;
        this.removeTotp = removeTotp;
        this.events = events;
    }

    public Outcome<Status> confirm(TotpRemovalId id, Actor by) {
        return removals.find(id)
                .map(removal ->
                        administration.act(TOTP_REMOVAL_CONFIRMED, by, removal.user(), _ -> confirmed(removal, by)))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome<Status> confirmed(TotpRemoval removal, Actor by) {
        if (Administration.isSamePerson(by, removal.requestedBy())) {
            return Outcome.refused(Refusal.NEEDS_ANOTHER_ADMINISTRATOR);
        }
        if (!removals.decide(removal.id(), Status.REMOVED, Administration.idOf(by))) {
            return Outcome.refused(Refusal.NO_LONGER_OPEN);
        }
        events.record(TOTP_REMOVAL_CONFIRMED, by, removal.user(), "requested by " + removal.requestedByName());
        removeTotp.from(removal.user(), removal.reason(), by);
        return Outcome.done(Status.REMOVED);
    }
}
