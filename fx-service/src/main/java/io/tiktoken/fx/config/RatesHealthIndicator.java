package io.tiktoken.fx.config;

import io.tiktoken.fx.rate.CurrentRates;
import io.tiktoken.fx.rate.FetchTimetable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Which rates serve and when new ones are fetched. Without rates it is UNKNOWN, never DOWN: quotes that were
 * given are still honoured, so the service must not be taken out of use.
 */
@Component("rates")
class RatesHealthIndicator implements HealthIndicator {

    private final CurrentRates currentRates;
    private final FetchTimetable timetable;

    RatesHealthIndicator(CurrentRates currentRates, FetchTimetable timetable) {
        this.currentRates = currentRates;
        this.timetable = timetable;
    }

    @Override
    public Health health() {
        var health = switch (currentRates.find()) {
            case CurrentRates.Outcome.Serving(var table, var stale) ->
                Health.up()
                        .withDetail("source", table.source().label())
                        .withDetail("asOf", table.asOf())
                        .withDetail("stale", stale);
            case CurrentRates.Outcome.Unavailable(var _) -> Health.unknown().withDetail("reason", "rates_unavailable");
        };
        return health.withDetail(
                        "nextFetch", timetable.next().<Object>map(next -> next).orElse("never"))
                .build();
    }
}
