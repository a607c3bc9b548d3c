package io.tiktoken.wallet.anchor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the journal is on record, and since when: one row is read for it. */
@Component
class AnchorMetrics implements MeterBinder {

    private final Receipts receipts;
    private final Clock clock;

    AnchorMetrics(Receipts receipts, Clock clock) {
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("tiktoken.ledger.anchored.height", receipts::latestHeight)
                .description("The highest entry that auth-service has on record, 0 before the first")
                .register(meters);
        Gauge.builder("tiktoken.ledger.anchored.age", this::age)
                .description("How long ago it was put there")
                .baseUnit("seconds")
                .register(meters);
    }

    private @Nullable Long age() {
        return receipts.latest()
                .map(receipt -> Duration.between(receipt.anchor().anchoredAt(), clock.instant()))
                .map(Duration::toSeconds)
                .orElse(null);
    }
}
