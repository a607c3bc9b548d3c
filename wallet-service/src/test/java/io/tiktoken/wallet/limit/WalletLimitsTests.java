package io.tiktoken.wallet.limit;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class WalletLimitsTests {

    @Autowired
    WalletLimits limits;

    @Autowired
    TestWallets wallets;

    @Autowired
    SingleWriter writer;

    @Autowired
    SettableClock clock;

    @ParameterizedTest(name = "{0} at once: {1}")
    @CsvSource({"2000.00, true", "2000.01, false"})
    void boundsWhatIsSpentAtOnce(String amount, boolean allowed) {
        assertThat(limits.maySpend(new OwnerId(UUID.randomUUID()), ttk(amount))).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0} after 4,000.00 on the same day: {1}")
    @CsvSource({"1000.00, true", "1000.01, false"})
    void boundsWhatIsSpentInADay(String amount, boolean allowed) {
        var alice = UUID.randomUUID();
        spend(alice, "4000.00");

        assertThat(limits.maySpend(new OwnerId(alice), ttk(amount))).isEqualTo(allowed);
    }

    @Test
    void theDayBeginsInSingapore() {
        var alice = UUID.randomUUID();
        clock.set(Instant.parse("2026-03-01T15:59:59.999Z"));
        spend(alice, "5000.00");
        assertThat(limits.maySpend(new OwnerId(alice), ttk("0.01"))).isFalse();

        clock.set(Instant.parse("2026-03-01T16:00:00Z"));
        assertThat(limits.maySpend(new OwnerId(alice), ttk("0.01"))).isTrue();
    }

    @Test
    void whatWasNotSpentAfterAllIsGivenBackToTheDayItWasCountedOn() {
        var alice = UUID.randomUUID();
        var yesterday = Instant.parse("2026-04-01T12:00:00Z");
        clock.set(yesterday);
        spend(alice, "2000.00");
        clock.set(Instant.parse("2026-04-02T12:00:00Z"));
        spend(alice, "1500.00");

        writer.run(() -> limits.uncountSpending(new OwnerId(alice), ttk("2000.00"), yesterday));

        assertThat(limits.of(wallets.of(alice)).day().headroom()).isEqualTo(ttk("3500.00"));
    }

    @ParameterizedTest(name = "{0} after 99,000.00 since {1}: {2}")
    @CsvSource({
        "1000.00, 2027-03-31T00:00:00Z, true",
        "1000.01, 2027-03-31T00:00:00Z, false",
        "1000.01, 2026-05-01T00:00:00Z, false",
        "1000.01, 2027-04-30T15:59:59.999Z, false",
        "1000.01, 2027-04-30T16:00:00Z, true"
    })
    void boundsWhatIsSpentInAYearByThirteenMonths(String amount, Instant now, boolean allowed) {
        var alice = UUID.randomUUID();
        clock.set(Instant.parse("2026-04-01T00:00:00Z"));
        spend(alice, "99000.00");

        clock.set(now);

        assertThat(limits.maySpend(new OwnerId(alice), ttk(amount))).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0} into a wallet of 15,000.00 with 3,000.00 on its way: {1}")
    @CsvSource({"2000.00, true", "2000.01, false"})
    void boundsWhatIsHeld(String amount, boolean allowed) {
        var alice = wallets.someoneWith("15000.00");

        assertThat(limits.mayReceive(wallets.of(alice), ttk(amount), ttk("3000.00")))
                .isEqualTo(allowed);
    }

    @Test
    void showsWhatIsLeftBeforeAnyoneRunsIntoIt() {
        var alice = wallets.someoneWith("100.00");
        spend(alice, "4000.00");

        var shown = limits.of(wallets.of(alice));

        assertThat(shown.holding()).isEqualTo(new Limits.Limit(ttk("20000.00"), ttk("19900.00")));
        assertThat(shown.transaction()).isEqualTo(new Limits.Limit(ttk("2000.00"), ttk("1000.00")));
        assertThat(shown.day()).isEqualTo(new Limits.Limit(ttk("5000.00"), ttk("1000.00")));
        assertThat(shown.year()).isEqualTo(new Limits.Limit(ttk("100000.00"), ttk("96000.00")));
    }

    @Test
    void aDayThatAllowsLessThanATransactionIsAMistake() {
        assertThatThrownBy(() ->
                        new LimitSettings("20000.00", "2000.00", "1999.99", "100000.00", ZoneId.of("Asia/Singapore")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new LimitSettings("20000.00", "2000.00", "5000.00", "4999.99", ZoneId.of("Asia/Singapore")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void spend(UUID owner, String amount) {
        writer.run(() -> limits.countSpending(new OwnerId(owner), ttk(amount), clock.instant()));
    }
}
