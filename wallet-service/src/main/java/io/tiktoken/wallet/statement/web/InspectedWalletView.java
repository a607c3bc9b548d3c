package io.tiktoken.wallet.statement.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.freeze.web.FreezeView;
import io.tiktoken.wallet.limit.Limits;
import io.tiktoken.wallet.statement.ViewWallet.Inspected;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator sees of a wallet.
 *
 * @param freeze what is in force; null when it is not frozen
 * @param freezes what was ever decided, newest first
 */
record InspectedWalletView(
        UUID ownerId,
        Money balance,
        Money reserved,
        Money available,
        Limits limits,
        @Nullable FreezeView freeze,
        List<FreezeView> freezes) {

    static InspectedWalletView of(Inspected inspected) {
        var wallet = inspected.wallet().wallet();
        return new InspectedWalletView(
                wallet.owner().value(),
                wallet.balance(),
                wallet.reserved(),
                wallet.available(),
                inspected.wallet().limits(),
                FreezeView.ofNullable(inspected.freezes().inForce()),
                inspected.freezes().history().stream().map(FreezeView::of).toList());
    }
}
