package io.tiktoken.wallet.proof;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The proof that is shown. However many ask, one is made at a time and then rested from, so that asking cannot be used
 * to keep the ledger from its work.
 */
@Service
public class LatestProof {

    private static final Logger log = LoggerFactory.getLogger(LatestProof.class);

    /** Who asks right after a start waits so long for a small ledger's first full check. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private record Made(Proof proof, long freshUntilNanos) {

        boolean isFresh() {
            return System.nanoTime() - freshUntilNanos < 0;
        }
    }

    private final FullChecks fullChecks;
    private final ProveOnwards proveOnwards;
    private final CompareAnchor compareAnchor;
    private final ProofSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ReentrantLock making = new ReentrantLock();
    private @Nullable FullCheck base;
    private Reckoning reckoning = Reckoning.fromTheFirstEntry();
    private volatile @Nullable Made latest;

    LatestProof(
            FullChecks fullChecks,
            ProveOnwards proveOnwards,
            CompareAnchor compareAnchor,
            ProofSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.fullChecks = fullChecks;
        this.proveOnwards = proveOnwards;
        this.compareAnchor = compareAnchor;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    public Proof get() {
        var known = latest;
        if (known != null && (known.isFresh() || making.isLocked())) {
            return known.proof();
        }
        making.lock();
        try {
            var madeMeanwhile = latest;
            return madeMeanwhile != null && madeMeanwhile.isFresh() ? madeMeanwhile.proof() : make();
        } finally {
            making.unlock();
        }
    }

    /** The last proof that was made, however old; nothing before the first. */
    Optional<Proof> known() {
        return Optional.ofNullable(latest).map(Made::proof);
    }

    private Proof make() {
        var began = System.nanoTime();
        fullChecks.awaitFirst(PATIENCE);
        var proof = fullChecks.finished().map(this::carriedOn).orElseGet(this::notYet);
        if (proof.verdict() == Proof.Verdict.BROKEN) {
            log.error("The ledger does not prove: {}. Stop money from moving and compare it with a backup.", proof);
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        var rest = took.multipliedBy(settings.restFactor());
        var pause = rest.compareTo(settings.freshFor()) > 0 ? rest : settings.freshFor();
        latest = new Made(proof, System.nanoTime() + pause.toNanos());
        events.publishEvent(proof);
        return proof;
    }

    private Proof carriedOn(FullCheck full) {
        if (!full.equals(base)) {
            base = full;
            reckoning = Reckoning.onwardsFrom(full.findings());
        }
        var now = clock.instant();
        var anchor = compareAnchor.compare();
        var promises = proveOnwards.prove(reckoning);
        return new Proof(
                reckoning.findings(),
                promises,
                anchor,
                now,
                fullChecks.ended().orElse(full),
                fullChecks.running().orElse(null));
    }

    /** Only what the full check that is going on has found so far. */
    private Proof notYet() {
        var running = fullChecks.running();
        var soFar = running.or(fullChecks::ended).orElseGet(() -> FullCheck.begun(clock.instant(), 0));
        return new Proof(
                soFar.findings(),
                soFar.promises(),
                compareAnchor.compare(),
                clock.instant(),
                fullChecks.ended().orElse(null),
                running.orElse(null));
    }
}
