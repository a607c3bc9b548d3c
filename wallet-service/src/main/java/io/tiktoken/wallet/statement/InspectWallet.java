package io.tiktoken.wallet.statement;

import io.tiktoken.wallet.freeze.ViewFreezes;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.statement.ViewWallet.WalletWithLimits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows an administrator somebody's wallet as its owner sees it, and what was done about it, both at the same moment. */
@Service
public class InspectWallet {

    /** A wallet and its freezes. */
    public record Inspected(WalletWithLimits wallet, ViewFreezes.OfWallet freezes) {}

    private final ViewWallet viewWallet;
    private final ViewFreezes viewFreezes;

    InspectWallet(ViewWallet viewWallet, ViewFreezes viewFreezes) {
        this.viewWallet = viewWallet;
        this.viewFreezes = viewFreezes;
    }

    @Transactional(readOnly = true)
    public Inspected of(OwnerId owner) {
        return new Inspected(viewWallet.of(owner), viewFreezes.of(owner));
    }
}
