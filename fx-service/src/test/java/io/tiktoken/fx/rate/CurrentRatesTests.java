package io.tiktoken.fx.rate;

import static io.tiktoken.fx.rate.RateFixtures.NOON;
import static io.tiktoken.fx.rate.RateFixtures.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.DatabaseTest;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.fx.rate.CurrentRates.Outcome.Serving;
import io.tiktoken.fx.rate.CurrentRates.Outcome.Unavailable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({StoredRates.class, BundledRates.class, Plausibility.class})
class CurrentRatesTests {

    @Autowired
    CurrentRates currentRates;

    @Autowired
    BundledRates bundledRates;

    @Autowired
    Plausibility plausibility;

    @Autowired
    RateTables tables;

    @Autowired
    SingleWriter writer;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void beginWithNoRatesAtNoon() {
        clock.set(NOON);
        writer.run(() -> RateFixtures.forgetEverything(jdbc));
    }

    @Test
    void withoutAnyTableThereAreNoRates() {
        assertThat(currentRates.find()).isEqualTo(new Unavailable(Duration.ofHours(1)));
    }

    @ParameterizedTest(name = "a fetched table that is {0} old: serves {1}, stale {2}")
    @CsvSource({
        "PT0S, true, false",
        "PT25H59M59.999S, true, false",
        "PT26H, true, true",
        "PT47H59M59.999S, true, true",
        "PT48H, false,",
        "PT1000H, false,",
        "PT-1H, true, false"
    })
    void aFetchedTableServesForTwoDays(Duration age, boolean serves, Boolean stale) {
        believe(table(NOON.minus(age)));

        assertServes(serves, stale);
    }

    @ParameterizedTest(name = "a bundled table that is {0} old: serves {1}")
    @CsvSource({"PT0S, true", "PT8759H59M59.999S, true", "PT8760H, false"})
    void aBundledTableServesForAYearAndIsAlwaysStale(Duration age, boolean serves) {
        believe(table(NOON.minus(age), Source.BUNDLED));

        assertServes(serves, true);
    }

    @Test
    void claimingToBeFromTheFutureDoesNotMakeATableServeLonger() {
        var ahead = table(NOON.plus(Duration.ofHours(20)));
        believe(new RateTable(ahead.source(), ahead.asOf(), NOON, ahead.nextUpdate(), ahead.rates()));

        clock.advance(Duration.ofHours(48).minusMillis(1));
        assertServes(true, true);
        clock.advance(Duration.ofMillis(1));
        assertServes(false, null);
    }

    @Test
    void whatIsReadEqualsWhatWasStored() {
        var stored = table(NOON);
        believe(table(NOON.minus(Duration.ofHours(1))));
        believe(stored);

        assertThat(currentRates.find()).isEqualTo(new Serving(stored, false));
    }

    @Test
    void theBundledTableIsPlausibleAndLargeEnough() {
        var bundled = bundledRates.read();
        clock.set(bundled.asOf());

        assertThat(plausibility.faultOf(bundled)).isEmpty();
        assertThat(plausibility.tableOf(bundled).rates()).hasSizeGreaterThanOrEqualTo(35);
        assertThat(bundled.asOf()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    }

    @Test
    void theFirstStartHasTheBundledTable() {
        bundledRates.storeUnlessNewerIsThere();
        bundledRates.storeUnlessNewerIsThere();

        assertThat(currentRates.find()).isInstanceOfSatisfying(Serving.class, serving -> {
            assertThat(serving.table().source()).isEqualTo(Source.BUNDLED);
            assertThat(serving.stale()).isTrue();
        });
    }

    @Test
    void laterStartsKeepTheFetchedTableEvenWhenItIsTooOld() {
        believe(table(NOON));
        clock.advance(Duration.ofDays(3));

        bundledRates.storeUnlessNewerIsThere();

        assertServes(false, null);
    }

    @ParameterizedTest(name = "the database itself refuses {0} at {1}")
    @CsvSource({"USD, 0", "USD, -1", "USD, 1e308", "USD, x", "SGD, 2", "TTK, 1"})
    void theDatabaseRefusesImpossibleRates(String currency, String rate) {
        believe(table(NOON));

        assertThatThrownBy(() -> writer.run(() -> jdbc.sql("UPDATE rates SET currency = ?, rate = ? WHERE currency = ?")
                        .params(currency, rate, currency.equals("TTK") ? "USD" : currency)
                        .update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void believe(RateTable table) {
        writer.run(() -> tables.add(table));
    }

    private void assertServes(boolean serves, Boolean stale) {
        switch (currentRates.find()) {
            case Serving serving -> {
                assertThat(serves).isTrue();
                assertThat(serving.stale()).isEqualTo(stale);
            }
            case Unavailable _ -> assertThat(serves).isFalse();
        }
    }
}
