package io.tiktoken.defaults.decision;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.decision.Decision.Status;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.runtime.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Two-person decisions. One administrator asks; another one, who is not the one it is about, confirms or refuses; and
 * what was decided happens in the very write in which it is decided. Only while nobody else holds the role does one decide alone.
 *
 * <p>The service says who they are at that moment, and what happens. An effect that cannot happen writes nothing and
 * says so; then nothing is decided either.
 */
public class Decisions {

    /**
     * What an administrator asks for.
     *
     * @param lifetime how long it waits for another one
     */
    public record Request(
            String kind,
            UUID subject,
            JsonNode details,
            @Nullable String reason,
            Signatory by,
            Duration lifetime) {}

    private final DecisionStore store;
    private final SingleWriter writer;
    private final Ids ids;
    private final Clock clock;

    Decisions(DecisionStore store, SingleWriter writer, Ids ids, Clock clock) {
        this.store = store;
        this.writer = writer;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Decision> find(UUID id) {
        return store.find(id);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Decision> list(DecisionFilter filter, PageQuery page) {
        return Page.of(store.list(filter, page), page, Decision::id);
    }

    /** What waits for another administrator and was asked for by one who is still able: only that can be confirmed. */
    @Transactional(readOnly = true)
    public Optional<Decision> open(String kind, UUID subject, Signatories now) {
        var waiting = new DecisionFilter(kind, subject, Status.AWAITING_CONFIRMATION);
        return store.list(waiting, new PageQuery(PageQuery.LARGEST_LIMIT, null)).stream()
                .filter(decision -> now.include(decision.requestedBy()))
                .findFirst();
    }

    /** Lets what is open of this kind about somebody make way for another request. */
    public void expire(String kind, UUID subject) {
        writer.run(() -> store.expire(kind, subject));
    }

    public <T> Ruling<T> request(Request request, Signatories now, Function<Decision, Effect<T>> effect) {
        return writer.write(() -> {
            if (!now.include(request.by())) {
                return new Ruling.NoLongerAble<>();
            }
            var decision = opened(request);
            return now.areOnly(request.by()) ? decidedAlone(decision, effect) : leftOpen(decision);
        });
    }

    public <T> Ruling<T> confirm(UUID id, Signatory by, Signatories now, Function<Decision, Effect<T>> effect) {
        return writer.write(() -> store.find(id)
                .map(decision -> confirmed(decision, by, now, effect))
                .orElseGet(Ruling.Unknown::new));
    }

    /** Refuses what another one asked for, or withdraws one's own request. */
    public Ending refuse(UUID id, Signatory by) {
        return writer.write(
                () -> store.find(id).map(decision -> refused(decision, by)).orElseGet(Ending.Unknown::new));
    }

    private <T> Ruling<T> decidedAlone(Decision decision, Function<Decision, Effect<T>> effect) {
        var taken = effect.apply(decision);
        if (!taken.tookPlace()) {
            return new Ruling.Declined<>(taken.answer());
        }
        var decided = decision.decided(Status.CONFIRMED, decision.requestedBy(), clock.instant());
        store.add(decided);
        return new Ruling.Confirmed<>(decided, taken.answer());
    }

    private <T> Ruling<T> leftOpen(Decision decision) {
        store.add(decision);
        return new Ruling.Awaiting<>(decision);
    }

    private <T> Ruling<T> confirmed(
            Decision decision, Signatory by, Signatories now, Function<Decision, Effect<T>> effect) {
        if (decision.status() != Status.AWAITING_CONFIRMATION) {
            return new Ruling.NoLongerOpen<>(decision.status());
        }
        if (decision.isRequestedBy(by) || decision.isAbout(by)) {
            return new Ruling.NeedsAnother<>();
        }
        if (!now.include(by)) {
            return new Ruling.NoLongerAble<>();
        }
        if (!now.include(decision.requestedBy())) {
            return new Ruling.RequesterNoLongerAble<>();
        }
        var taken = effect.apply(decision);
        return taken.tookPlace()
                ? new Ruling.Confirmed<>(ended(decision, Status.CONFIRMED, by), taken.answer())
                : new Ruling.Declined<>(taken.answer());
    }

    private Ending refused(Decision decision, Signatory by) {
        if (decision.status() != Status.AWAITING_CONFIRMATION) {
            return new Ending.NoLongerOpen(decision.status());
        }
        var end = decision.isRequestedBy(by) ? Status.WITHDRAWN : Status.REFUSED;
        return new Ending.Ended(ended(decision, end, by));
    }

    /** Throws when another write was first, which undoes the effect with everything else in this one. */
    private Decision ended(Decision decision, Status end, Signatory by) {
        var now = clock.instant();
        store.decide(decision.id(), end, by, now)
                .orElseThrow(() -> new IllegalStateException(
                        "Decision %s was made by somebody else meanwhile".formatted(decision.id())));
        return decision.decided(end, by, now);
    }

    private Decision opened(Request request) {
        var now = clock.instant();
        return new Decision(
                ids.next(),
                request.kind(),
                request.subject(),
                request.details(),
                request.reason(),
                request.by(),
                now,
                now.plus(request.lifetime()),
                Status.AWAITING_CONFIRMATION,
                null,
                null,
                false);
    }
}
