package io.tiktoken.wallet.topup;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.Wallets;
import io.tiktoken.wallet.limit.WalletLimits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much more a wallet may hold, when what its owner's unfinished top-ups are going to bring is there too. */
@Repository
public class WalletRoom {

    private final JdbcClient jdbc;
    private final Wallets wallets;
    private final WalletLimits limits;

    WalletRoom(JdbcClient jdbc, Wallets wallets, WalletLimits limits) {
        this.jdbc = jdbc;
        this.wallets = wallets;
        this.limits = limits;
    }

    public boolean isEnoughFor(OwnerId owner, Money amount) {
        return limits.mayReceive(wallets.of(owner), amount, onTheirWayTo(owner));
    }

    private Money onTheirWayTo(OwnerId owner) {
        return Money.tikTokens(
                jdbc.sql("SELECT coalesce(sum(credited), 0) FROM top_ups WHERE owner = ? AND status = 'PENDING'")
                        .param(owner)
                        .query(Long.class)
                        .single());
    }
}
