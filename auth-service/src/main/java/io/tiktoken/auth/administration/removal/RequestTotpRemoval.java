package io.tiktoken.auth.administration.removal;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.TOTP_REMOVAL_REQUESTED;

import io.tiktoken.auth.administration.Administration;
import io.tiktoken.auth.administration.Administrators;
import io.tiktoken.auth.administration.Outcome;
import io.tiktoken.auth.administration.Refusal;
import io.tiktoken.auth.administration.removal.RequestTotpRemoval.Answer.AwaitingConfirmation;
import io.tiktoken.auth.administration.removal.RequestTotpRemoval.Answer.Removed;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.text.Reason;
import org.springframework.stereotype.Service;

/**
 * An administrator wants somebody's second factor removed. When another administrator could confirm it, that one has
 * to; who asks twice while one request is open gets that one.
 */
@Service
public class RequestTotpRemoval {

    /** What becomes of a request that is not refused. */
    public sealed interface Answer {

        /** Nobody else could have confirmed it. */
        record Removed() implements Answer {}

        record AwaitingConfirmation(TotpRemoval removal) implements Answer {}
    }

    private final Administration administration;
    private final Administrators administrators;
    private final Authenticators authenticators;
    private final TotpRemovals removals;
    private final RemoveTotp removeTotp;
    private final SecurityEvents events;

    RequestTotpRemoval(
            Administration administration,
            Administrators administrators,
            Authenticators authenticators,
            TotpRemovals removals,
            RemoveTotp removeTotp,
            SecurityEvents events) {
        this.administration = administration;
        this.administrators = administrators;
        this.authenticators = authenticators;
        this.removals = removals;
        this.removeTotp = removeTotp;
        this.events = events;
    }

    public Outcome<Answer> request(UserId whom, Reason reason, Actor by) {
        return administration.act(TOTP_REMOVAL_REQUESTED, by, whom, user -> requested(user, reason, by));
    }

    private Outcome<Answer> requested(User user, Reason reason, Actor by) {
        if (!authenticators.isEnabled(user.id())) {
            return Outcome.refused(Refusal.TOTP_NOT_ENABLED);
        }
        var requester = Administration.idOf(by);
        if (!administrators.includeAbleBesides(requester)) {
            removals.lapse(user.id());
            removeTotp.from(user.id(), reason.text(), by);
            return Outcome.done(new Removed());
        }
        return Outcome.done(new AwaitingConfirmation(
                removals.openFor(user.id()).orElseGet(() -> opened(user.id(), requester, reason, by))));
    }

    private TotpRemoval opened(UserId user, UserId requester, Reason reason, Actor by) {
        removals.lapse(user);
        events.record(TOTP_REMOVAL_REQUESTED, by, user, reason.text());
        return removals.add(user, requester, reason);
    }
}
