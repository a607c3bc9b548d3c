package io.tiktoken.wallet.statement;

import io.tiktoken.wallet.freeze.Direction;
import io.tiktoken.wallet.freeze.FrozenWallets;
import io.tiktoken.wallet.freeze.ViewFreezes;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.Wallet;
import io.tiktoken.wallet.ledger.Wallets;
import io.tiktoken.wallet.limit.Limits;
import io.tiktoken.wallet.limit.WalletLimits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a wallet and what may still be done with it, both at the same moment. */
@Service
public class ViewWallet {

    /** A wallet together with what it may not do. */
    public record WalletWithLimits(Wallet wallet, Limits limits, Direction frozen) {}

    /** A wallet as its owner sees it, and what was done about it. */
    public record Inspected(WalletWithLimits wallet, ViewFreezes.OfWallet freezes) {}

    private final Wallets wallets;
    private final WalletLimits limits;
    private final FrozenWallets frozenWallets;
    private final ViewFreezes viewFreezes;

    ViewWallet(Wallets wallets, WalletLimits limits, FrozenWallets frozenWallets, ViewFreezes viewFreezes) {
        this.wallets = wallets;
        this.limits = limits;
        this.frozenWallets = frozenWallets;
        this.viewFreezes = viewFreezes;
    }

    @Transactional(readOnly = true)
    public WalletWithLimits of(OwnerId owner) {
        var wallet = wallets.of(owner);
        return new WalletWithLimits(wallet, limits.of(wallet), frozenWallets.directionOf(owner));
    }

    /** For an administrator. */
    @Transactional(readOnly = true)
    public Inspected inspect(OwnerId owner) {
        return new Inspected(of(owner), viewFreezes.of(owner));
    }
}
