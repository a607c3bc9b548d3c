package io.tiktoken.wallet.topup;

import io.tiktoken.wallet.freeze.Freezes;
import io.tiktoken.wallet.ledger.Wallets;
import io.tiktoken.wallet.limit.WalletLimits;
import org.springframework.stereotype.Component;

/** Settles what a top-up comes to, before the card is charged: afterwards, nobody may refuse the money. */
@Component
class Pricing {

    private final TopUps topUps;
    private final Wallets wallets;
    private final WalletLimits limits;
    private final Freezes freezes;

    Pricing(TopUps topUps, Wallets wallets, WalletLimits limits, Freezes freezes) {
        this.topUps = topUps;
        this.wallets = wallets;
        this.limits = limits;
        this.freezes = freezes;
    }

    /** Inside a write, so that two top-ups cannot both take the last room that there is. */
    TopUp settle(TopUp topUp, Price price) {
        if (freezes.stopIncoming(topUp.owner())) {
            return frozen(topUp);
        }
        var wallet = wallets.of(topUp.owner());
        return limits.mayReceive(wallet, price.credited(), topUps.onTheirWayTo(topUp.owner()))
                ? topUp.priced(price)
                : topUp.failed(Failure.because(Failure.Reason.LIMIT_EXCEEDED));
    }

    /** What is to be exchanged first is settled later: a quote must not be used up for a wallet that takes nothing. */
    TopUp begin(TopUp topUp) {
        return freezes.stopIncoming(topUp.owner()) ? frozen(topUp) : topUp;
    }

    private static TopUp frozen(TopUp topUp) {
        return topUp.failed(Failure.because(Failure.Reason.WALLET_FROZEN));
    }
}
