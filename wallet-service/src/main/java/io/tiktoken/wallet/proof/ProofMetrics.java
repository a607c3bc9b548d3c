package io.tiktoken.wallet.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** The figures of the latest proof, for whoever watches over the service. */
@Component
class ProofMetrics implements MeterBinder {

    private final LatestProof latestProof;

    ProofMetrics(LatestProof latestProof) {
        this.latestProof = latestProof;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, "holds", "1 while the ledger proves, 0 when it does not", proof -> proof.holds() ? 1 : 0);
        gauge(
                meters,
                "anchored.height",
                "The highest entry that auth-service has on record, 0 while nobody knows",
                proof -> Objects.requireNonNullElse(proof.anchor().height(), 0L));
        gauge(
                meters,
                "height",
                "How many entries the journal has",
                proof -> proof.head().height());
        gauge(
                meters,
                "balance.mismatches",
                "Balances that are not the sum of their postings",
                proof -> proof.balances().mismatches());
        gauge(
                meters,
                "reservations.open",
                "Reservations that are open",
                proof -> proof.reservations().open());
        gauge(
                meters,
                "reservations.mismatches",
                "Wallets whose reserved money is not what is open",
                proof -> proof.reservations().mismatches());
    }

    /** Shows what was found last, and nothing before that: to look at a metric must not start a proof. */
    private void gauge(MeterRegistry meters, String name, String description, ToLongFunction<Proof> figure) {
        Gauge.builder(
                        "tiktoken.ledger." + name,
                        () -> latestProof.known().map(figure::applyAsLong).orElse(null))
                .description(description)
                .register(meters);
    }
}
