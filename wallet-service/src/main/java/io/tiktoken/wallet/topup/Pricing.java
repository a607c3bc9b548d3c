package io.tiktoken.wallet.topup;

import io.tiktoken.wallet.ledger.Wallets;
import io.tiktoken.wallet.limit.WalletLimits;
import org.springframework.stereotype.Component;

/** Settles what a top-up comes to, before the card is charged: afterwards, nobody may refuse the money. */
@Component
class Pricing {

    private final TopUps topUps;
    private final Wallets wallets;
    private final WalletLimits limits;

    Pricing(TopUps topUps, Wallets wallets, WalletLimits limits) {
        this.topUps = topUps;
        this.wallets = wallets;
        this.limits = limits;
    }

    /** Inside a write, so that two top-ups cannot both take the last room that there is. */
    TopUp settle(TopUp topUp, Price price) {
        var wallet = wallets.of(topUp.owner());
        return limits.mayReceive(wallet, price.credited(), topUps.onTheirWayTo(topUp.owner()))
                ? topUp.priced(price)
                : topUp.failed(Failure.because(Failure.Reason.LIMIT_EXCEEDED));
    }
}
