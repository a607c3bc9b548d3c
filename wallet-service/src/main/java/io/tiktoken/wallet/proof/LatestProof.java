package io.tiktoken.wallet.proof;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The proof that is shown. However many ask, one is made at a time and then rested from, so that asking
 * cannot be used to keep the ledger from its work.
 */
@Service
public class LatestProof {

    private record Made(Proof proof, long freshUntilNanos) {

        boolean isFresh() {
            return System.nanoTime() - freshUntilNanos < 0;
        }
    }

    private final ProveLedger proveLedger;
    private final ProofSettings settings;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made latest;

    LatestProof(ProveLedger proveLedger, ProofSettings settings) {
        this.proveLedger = proveLedger;
        this.settings = settings;
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
        var proof = proveLedger.prove();
        var took = Duration.ofNanos(System.nanoTime() - began);
        var rest = took.multipliedBy(settings.restFactor());
        var pause = rest.compareTo(settings.freshFor()) > 0 ? rest : settings.freshFor();
        latest = new Made(proof, System.nanoTime() + pause.toNanos());
        return proof;
    }
}
