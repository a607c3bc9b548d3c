package io.tiktoken.wallet.limit;

import static io.tiktoken.wallet.limit.Limits.Limit.used;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.Wallet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.stereotype.Service;

/** Judges what a customer's wallet may still do. Whoever moves money asks inside the write that moves it. */
@Service
public class WalletLimits {

    private final LimitSettings settings;
    private final Spending spending;
    private final Clock clock;

    WalletLimits(LimitSettings settings, Spending spending, Clock clock) {
        this.settings = settings;
        this.spending = spending;
        this.clock = clock;
    }

    public Limits of(Wallet wallet) {
        var spent = spent(wallet.owner());
        var year = used(settings.mostPerYear(), spent.theseMonths());
        var day = used(settings.mostPerDay(), spent.thatDay()).noMoreThan(year);
        return new Limits(
                used(settings.mostHeld(), wallet.balance()),
                used(settings.mostAtOnce(), Money.tikTokens(0)).noMoreThan(day),
                day,
                year);
    }

    /** Whether there is room for an amount besides what is on its way from other, unfinished top-ups. */
    public boolean mayReceive(Wallet wallet, Money amount, Money onItsWay) {
        return used(settings.mostHeld(), wallet.balance().plus(onItsWay))
                .headroom()
                .covers(amount);
    }

    /** Whether an amount is within what any wallet may spend at once. */
    public boolean mayEverBeSpent(Money amount) {
        return settings.mostAtOnce().covers(amount);
    }

    public boolean maySpend(OwnerId owner, Money amount) {
        var spent = spent(owner);
        return mayEverBeSpent(amount)
                && settings.mostPerDay().covers(spent.thatDay().plus(amount))
                && settings.mostPerYear().covers(spent.theseMonths().plus(amount));
    }

    /** The month a year ago counts as a whole: a bound that is a little strict needs no history of days. */
    private Spending.Spent spent(OwnerId owner) {
        var today = dayOf(clock.instant());
        return spending.of(owner, today, YearMonth.from(today).minusYears(1));
    }

    /** Money that is set aside counts as spent, from the moment it is set aside. */
    public void countSpending(OwnerId owner, Money amount, Instant when) {
        spending.add(owner, dayOf(when), amount);
    }

    /** Money that was set aside and not spent after all. */
    public void uncountSpending(OwnerId owner, Money amount, Instant when) {
        spending.subtract(owner, dayOf(when), amount);
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, settings.zone());
    }
}
