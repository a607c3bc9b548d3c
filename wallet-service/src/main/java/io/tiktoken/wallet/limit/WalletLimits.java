package io.tiktoken.wallet.limit;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.Wallet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
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
        var day = Limits.Limit.used(settings.mostPerDay(), spending.on(wallet.owner(), dayOf(clock.instant())));
        var transaction = Limits.Limit.used(
                settings.mostAtOnce(), Money.zero(settings.mostAtOnce().currency()));
        return new Limits(Limits.Limit.used(settings.mostHeld(), wallet.balance()), transaction.noMoreThan(day), day);
    }

    /** Whether there is room for an amount besides what is on its way from other, unfinished top-ups. */
    public boolean mayReceive(Wallet wallet, Money amount, Money onItsWay) {
        return Limits.Limit.used(settings.mostHeld(), wallet.balance().plus(onItsWay))
                .headroom()
                .covers(amount);
    }

    public boolean maySpend(UUID owner, Money amount) {
        return settings.mostAtOnce().covers(amount)
                && Limits.Limit.used(settings.mostPerDay(), spending.on(owner, dayOf(clock.instant())))
                        .headroom()
                        .covers(amount);
    }

    /** Money that is set aside counts as spent, from the moment it is set aside. */
    public void countSpending(UUID owner, Money amount, Instant when) {
        spending.add(owner, dayOf(when), amount);
    }

    /** Money that was set aside and not spent after all. */
    public void uncountSpending(UUID owner, Money amount, Instant when) {
        spending.add(owner, dayOf(when), amount.negated());
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, settings.zone());
    }
}
