package io.tiktoken.fx.rate;

import io.tiktoken.defaults.money.Currency;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What every table must be like, whoever offers it. Codes that we do not know are left out, never guessed at. */
@Component
class Plausibility {

    /** A clock may be wrong by a time zone; a table from beyond that is wrong altogether. */
    private static final Duration FUTURE_AT_MOST = Duration.ofDays(1);

    private static final Duration ANNOUNCED_AT_MOST = Duration.ofDays(30);

    private final RateSettings settings;
    private final Clock clock;

    Plausibility(RateSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Why this cannot be a table of exchange rates, if it cannot. */
    Optional<String> faultOf(Offer offer) {
        return faultOf(offer, clock.instant());
    }

    /** The table that the offer amounts to, once it was found to have no fault. */
    RateTable tableOf(Offer offer) {
        return RateTable.of(offer.source(), offer.asOf(), clock.instant(), offer.nextUpdate(), knownRates(offer));
    }

    private Optional<String> faultOf(Offer offer, Instant now) {
        if (!offer.base().equals(RateTable.BASE.code())) {
            return Optional.of("its rates are not counted in " + RateTable.BASE);
        }
        var impossible = offer.rates().values().stream()
                .filter(rate -> !Rate.isPossible(rate))
                .count();
        if (impossible > 0) {
            return Optional.of("%d of its rates are impossible".formatted(impossible));
        }
        var own = offer.rates().get(RateTable.BASE.code());
        if (own == null || own.compareTo(BigDecimal.ONE) != 0) {
            return Optional.of("1 %1$s is not 1 %1$s in it".formatted(RateTable.BASE));
        }
        var known = knownRates(offer);
        if (known.size() < settings.minimumCurrencies()) {
            return Optional.of("it has only %d currencies that we know".formatted(known.size()));
        }
        if (offer.asOf().isAfter(now.plus(FUTURE_AT_MOST))) {
            return Optional.of("it says that it is from the future, %s".formatted(offer.asOf()));
        }
        if (offer.nextUpdate().isBefore(offer.asOf()) || offer.nextUpdate().isAfter(now.plus(ANNOUNCED_AT_MOST))) {
            return Optional.of("the next update that it announces makes no sense");
        }
        if (!settings.mayServe(tableOf(offer), now)) {
            return Optional.of("it is from %s and too old to serve".formatted(offer.asOf()));
        }
        return Optional.empty();
    }

    /** TikTokens are ours: nobody else says what they are worth. */
    private static List<Rate> knownRates(Offer offer) {
        return offer.rates().entrySet().stream()
                .flatMap(rate -> Currency.find(rate.getKey())
                        .filter(currency -> !currency.equals(Currency.TTK))
                        .map(currency -> new Rate(currency, rate.getValue()))
                        .stream())
                .toList();
    }
}
