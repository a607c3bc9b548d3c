package io.tiktoken.wallet;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Movement;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.Wallet;
import io.tiktoken.wallet.ledger.Wallets;
import java.util.UUID;

/** Wallets for tests, in which only the interesting part is said. */
public class TestWallets {

    private final Journal journal;
    private final Wallets wallets;

    public TestWallets(Journal journal, Wallets wallets) {
        this.journal = journal;
        this.wallets = wallets;
    }

    /** Somebody new, with this much in their wallet. */
    public UUID someoneWith(String tikTokens) {
        var owner = UUID.randomUUID();
        topUp(owner, tikTokens);
        return owner;
    }

    public void topUp(UUID owner, String tikTokens) {
        journal.postSurely(cardTopUp(owner, tikTokens));
    }

    /** Sets an amount aside, as for a purchase that is under way. */
    public void reserve(UUID owner, String tikTokens) {
        if (!wallets.reserve(new OwnerId(owner), ttk(tikTokens))) {
            throw new IllegalArgumentException("There is not so much to set aside");
        }
    }

    public Wallet of(UUID owner) {
        return wallets.of(new OwnerId(owner));
    }

    public static Movement cardTopUp(UUID owner, String amount) {
        return new Movement.CardTopUp(
                UUID.randomUUID(),
                new OwnerId(owner),
                Money.of(amount, "SGD"),
                ttk(amount),
                ttk("0.00"),
                ttk("0.00"),
                "Visa •••• 4242");
    }

    public static Money ttk(String amount) {
        return Money.of(amount, "TTK");
    }
}
