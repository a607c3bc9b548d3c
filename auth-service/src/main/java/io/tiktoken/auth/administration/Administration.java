package io.tiktoken.auth.administration;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.ADMINISTRATION_REFUSED;
import static java.util.Objects.requireNonNull;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.audit.SecurityEvents.Kind;
import io.tiktoken.auth.renewal.EndApprovals;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * One thing that an administrator does to one person: decided and done in a single write, and recorded even when it
 * is refused. Whether the administrator is still one is asked here once more, because a token outlives a suspension
 * by some seconds, and nobody may use them to undo it.
 */
@Component
public class Administration {

    private final Administrators administrators;
    private final Users users;
    private final EndApprovals endApprovals;
    private final SecurityEvents events;
    private final SingleWriter writer;

    Administration(
            Administrators administrators,
            Users users,
            EndApprovals endApprovals,
            SecurityEvents events,
            SingleWriter writer) {
        this.administrators = administrators;
        this.users = users;
        this.endApprovals = endApprovals;
        this.events = events;
        this.writer = writer;
    }

    /**
     * Does something to somebody, or tells why not. When it is done, so is the end of the person's approvals, if the action
     * has ended them; no answer from wallet-service keeps nobody from being suspended.
     *
     * @param action records the event itself, and only if it changes something
     */
    public <T> Outcome<T> act(Kind what, Actor by, UserId whom, Function<User, Outcome<T>> action) {
        var outcome = writer.write(() -> tried(what, by, whom, action));
        endApprovals.of(whom);
        return outcome;
    }

    /** Who asks; everybody who gets through the door of administration is a person. */
    public static UserId idOf(Actor by) {
        return UserId.of(requireNonNull(by.id()));
    }

    public static boolean isSamePerson(Actor by, UserId whom) {
        return idOf(by).equals(whom);
    }

    private <T> Outcome<T> tried(Kind what, Actor by, UserId whom, Function<User, Outcome<T>> action) {
        var outcome = judged(by, whom, action);
        if (outcome instanceof Outcome.Refused<T>(var why)) {
            events.record(ADMINISTRATION_REFUSED, by, whom, "%s: %s".formatted(what, why));
        }
        return outcome;
    }

    private <T> Outcome<T> judged(Actor by, UserId whom, Function<User, Outcome<T>> action) {
        if (!administrators.includeAble(idOf(by))) {
            return Outcome.refused(Refusal.NO_LONGER_ABLE);
        }
        return users.byId(whom).map(action).orElseGet(Outcome.Unknown::new);
    }
}
