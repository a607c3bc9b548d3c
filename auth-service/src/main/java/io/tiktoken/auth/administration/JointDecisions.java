package io.tiktoken.auth.administration;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.DECISION_CONFIRMED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.DECISION_REFUSED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.DECISION_REQUESTED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.DECISION_WITHDRAWN;
import static java.util.Objects.requireNonNullElse;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.decision.Decision;
import io.tiktoken.defaults.decision.Decision.Status;
import io.tiktoken.defaults.decision.Decisions;
import io.tiktoken.defaults.decision.Effect;
import io.tiktoken.defaults.decision.Ending;
import io.tiktoken.defaults.decision.Ruling;
import io.tiktoken.defaults.decision.Signatory;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What takes two administrators here, and what the audit says of it. Everything is called inside a write, in which an
 * {@link Administration} has asked whether who acts is still able.
 */
@Component
public class JointDecisions {

    private final Decisions decisions;
    private final DecisionSettings settings;
    private final Administrators administrators;
    private final Users users;
    private final SecurityEvents events;

    JointDecisions(
            Decisions decisions,
            DecisionSettings settings,
            Administrators administrators,
            Users users,
            SecurityEvents events) {
        this.decisions = decisions;
        this.settings = settings;
        this.administrators = administrators;
        this.users = users;
        this.events = events;
    }

    /**
     * Lets something wait for another administrator; while there is none, it happens at once. Who asks for what waits
     * already gets that.
     *
     * @param reason null where nobody is asked for one
     */
    <T> Outcome<T> request(
            DecisionKind kind, User whom, @Nullable String reason, Actor by, Supplier<Outcome<T>> effect) {
        var now = administrators.now();
        var requester = signatory(by);
        var subject = whom.id().value();
        var open = decisions.open(kind.name(), subject, now);
        if (open.isPresent() && !now.areOnly(requester)) {
            return new Outcome.Awaiting<>(open.get());
        }
        decisions.expire(kind.name(), subject);
        var details = JsonNodeFactory.instance
                .objectNode()
                .put("username", whom.username().value());
        var request = new Decisions.Request(kind.name(), subject, details, reason, requester, settings.lifetime());
        return told(decisions.request(request, now, _ -> effectOf(effect.get())), by);
    }

    public <T> Outcome<T> confirm(UUID id, Actor by, Function<Decision, Outcome<T>> effect) {
        var ruling = decisions.confirm(
                id, signatory(by), administrators.now(), decision -> effectOf(effect.apply(decision)));
        return told(ruling, by);
    }

    /** Refuses what another administrator asked for, or withdraws one's own request. */
    public Outcome<Decision> refuse(UUID id, Actor by) {
        return switch (decisions.refuse(id, signatory(by))) {
            case Ending.Ended(var decision) -> {
                tell(decision.status() == Status.WITHDRAWN ? DECISION_WITHDRAWN : DECISION_REFUSED, decision, by);
                yield Outcome.done(decision);
            }
            case Ending.NoLongerOpen _ -> Outcome.refused(Refusal.NO_LONGER_OPEN);
            case Ending.Unknown() -> new Outcome.Unknown<>();
        };
    }

    private <T> Outcome<T> told(Ruling<Outcome<T>> ruling, Actor by) {
        return switch (ruling) {
            case Ruling.Confirmed<Outcome<T>>(var decision, var outcome) -> {
                tell(DECISION_CONFIRMED, decision, by);
                yield outcome;
            }
            case Ruling.Awaiting<Outcome<T>>(var decision) -> {
                tell(DECISION_REQUESTED, decision, by);
                yield new Outcome.Awaiting<>(decision);
            }
            case Ruling.Declined<Outcome<T>>(var outcome) -> outcome;
            case Ruling.NoLongerOpen<Outcome<T>> _ -> Outcome.refused(Refusal.NO_LONGER_OPEN);
            case Ruling.NeedsAnother<Outcome<T>>() -> Outcome.refused(Refusal.NEEDS_ANOTHER_ADMINISTRATOR);
            case Ruling.NoLongerAble<Outcome<T>>() -> Outcome.refused(Refusal.NO_LONGER_ABLE);
            case Ruling.RequesterNoLongerAble<Outcome<T>>() -> Outcome.refused(Refusal.REQUESTER_NO_LONGER_ABLE);
            case Ruling.Unknown<Outcome<T>>() -> new Outcome.Unknown<>();
        };
    }

    private static <T> Effect<Outcome<T>> effectOf(Outcome<T> outcome) {
        return new Effect<>(outcome, outcome instanceof Outcome.Done);
    }

    /** Such as {@code SUSPENSION: Stole from the till (carol, alone)}. */
    private void tell(SecurityEvents.Kind what, Decision decision, Actor by) {
        var words = "%s: %s (%s%s)"
                .formatted(
                        decision.kind(),
                        requireNonNullElse(decision.reason(), "no reason given"),
                        decision.requestedBy().name(),
                        decision.alone() ? ", alone" : "");
        events.record(what, by, new UserId(decision.subject()), words);
    }

    private Signatory signatory(Actor by) {
        var id = Administration.idOf(by);
        var user = users.byId(id).orElseThrow(() -> new IllegalStateException("There is no user " + id));
        return new Signatory(id.value(), user.username().value());
    }
}
