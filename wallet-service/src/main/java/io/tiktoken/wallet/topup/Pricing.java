package io.tiktoken.wallet.topup;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.freeze.FrozenWallets;
import io.tiktoken.wallet.ledger.OwnerId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Settles what a top-up comes to, before the card is charged: afterwards, nobody may refuse the money. */
@Component
class Pricing {

    private static final Money LEAST = Money.tikTokens(1);

    private final WalletRoom room;
    private final FrozenWallets frozenWallets;

    Pricing(WalletRoom room, FrozenWallets frozenWallets) {
        this.room = room;
        this.frozenWallets = frozenWallets;
    }

    /** Inside a write, so that two top-ups cannot both take the last room that there is. */
    TopUp settle(TopUp topUp, Price price) {
        return obstacle(topUp.owner(), price.credited())
                .map(reason -> topUp.failedWithQuote(Failure.because(reason)))
                .orElseGet(() -> topUp.priced(price));
    }

    /** What is to be exchanged first is settled later: no quote is redeemed for a wallet that takes nothing at all. */
    TopUp begin(TopUp topUp) {
        return obstacle(topUp.owner(), LEAST)
                .map(reason -> topUp.failed(Failure.because(reason)))
                .orElse(topUp);
    }

    private Optional<Failure.Reason> obstacle(OwnerId owner, Money credited) {
        if (frozenWallets.stopIncoming(owner)) {
            return Optional.of(Failure.Reason.WALLET_FROZEN);
        }
        return room.isEnoughFor(owner, credited) ? Optional.empty() : Optional.of(Failure.Reason.LIMIT_EXCEEDED);
    }
}
