package io.tiktoken.wallet.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The figures of the latest proof, for whoever watches over the service. To look at them reads nothing. */
@Component
class ProofMetrics implements MeterBinder {

    private final LatestProof latestProof;
    private final FullChecks fullChecks;
    private final Clock clock;
    private volatile @Nullable MultiGauge sums;

    ProofMetrics(LatestProof latestProof, FullChecks fullChecks, Clock clock) {
        this.latestProof = latestProof;
        this.fullChecks = fullChecks;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        var proof = new Figures<>(meters, () -> latestProof.known().orElse(null));
        proof.show("holds", "1 while the ledger proves, 0 when it does not", ProofMetrics::holds);
        proof.show(
                "height",
                "How many entries the journal has",
                known -> known.findings().head().height());
        proof.show(
                "balance.mismatches",
                "Accounts that are not what their postings make them",
                known -> known.findings().wrongAccounts().count());
        proof.show(
                "balance.drift",
                "By how much balances are off, in smallest units",
                known -> known.findings().drift());
        proof.show(
                "reservations.open",
                "Reservations that are open",
                known -> known.promises().open());
        proof.show(
                "reservations.amount",
                "What open reservations come to, in cents",
                known -> known.promises().amount());
        proof.show(
                "reservations.oldest.age",
                "Seconds since the oldest open one was made",
                known -> age(known.promises().oldest()));
        proof.show(
                "reservations.mismatches",
                "Wallets whose reserved money is not what is open, and open reservations that are not as they were made",
                known -> known.findings().wrongReserved().count()
                        + known.promises().wrong().count());
        var check = new Figures<>(meters, () -> fullChecks.ended().orElse(null));
        check.show("fullcheck.holds", "1 when the last full check held", ended -> ended.holds() ? 1L : 0L);
        check.show("fullcheck.age", "Seconds since the last full check ended", ended -> age(ended.endedAt()));
        check.show(
                "fullcheck.height",
                "How far the last full check went",
                ended -> ended.findings().head().height());
        sums = MultiGauge.builder("tiktoken.ledger.sum")
                .description("All postings of a currency, which must be zero")
                .register(meters);
    }

    /** A currency is shown once the ledger knows it. */
    @EventListener
    void proven(Proof proof) {
        var gauge = sums;
        if (gauge != null) {
            gauge.register(
                    proof.findings().sums().entrySet().stream()
                            .<Row<?>>map(sum -> Row.of(Tags.of("currency", sum.getKey()), sum.getValue()))
                            .toList(),
                    true);
        }
    }

    private static @Nullable Long holds(Proof proof) {
        return switch (proof.verdict()) {
            case HOLDS -> 1L;
            case BROKEN -> 0L;
            case NOT_YET -> null;
        };
    }

    private @Nullable Long age(@Nullable Instant since) {
        return since == null ? null : Duration.between(since, clock.instant()).toSeconds();
    }

    /** Figures of one thing, which show nothing while there is none. */
    private record Figures<T>(MeterRegistry meters, Supplier<@Nullable T> thing) {

        void show(String name, String description, Function<T, @Nullable Long> figure) {
            Gauge.builder("tiktoken.ledger." + name, () -> {
                        var known = thing.get();
                        return known == null ? null : figure.apply(known);
                    })
                    .description(description)
                    .register(meters);
        }
    }
}
