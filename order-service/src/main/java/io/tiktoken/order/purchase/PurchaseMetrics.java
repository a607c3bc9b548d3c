package io.tiktoken.order.purchase;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What an operator watches: purchases that are not over, and those that wait for the operator. */
@Component
class PurchaseMetrics implements MeterBinder {

    private final Purchases purchases;

    PurchaseMetrics(Purchases purchases) {
        this.purchases = purchases;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("tiktoken.purchases.unfinished", purchases, Purchases::countUnfinished)
                .description("Purchases that are under way or wait for a neighbour's answer")
                .register(meters);
        Gauge.builder("tiktoken.purchases.needs.operator", purchases, Purchases::countParked)
                .description(
                        "Purchases that were answered something unexpected and wait for an operator; alarm above 0")
                .register(meters);
    }
}
