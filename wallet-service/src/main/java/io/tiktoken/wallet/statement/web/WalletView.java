package io.tiktoken.wallet.statement.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.freeze.Direction;
import io.tiktoken.wallet.limit.Limits;
import io.tiktoken.wallet.statement.ViewWallet.WalletWithLimits;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a wallet sees.
 *
 * @param id the owner's
 * @param limits each with what is left of it
 * @param frozen which way no money goes; null when it is not frozen. Why is for administrators
 */
record WalletView(
        UUID id,
        Money balance,
        Money reserved,
        Money available,
        Limits limits,
        @Nullable Direction frozen) {

    static WalletView of(WalletWithLimits found) {
        var wallet = found.wallet();
        return new WalletView(
                wallet.owner().value(),
                wallet.balance(),
                wallet.reserved(),
                wallet.available(),
                found.limits(),
                found.frozen() == Direction.NONE ? null : found.frozen());
    }
}
