package io.tiktoken.wallet.freeze;

import io.tiktoken.wallet.ledger.OwnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The wallets that are frozen now. Whoever moves money asks inside the write that moves it. */
@Repository
public class FrozenWallets {

    /** Which end of a payment stands still. When both do, it is the payer's that counts: they may be told about their own. */
    public enum End {
        NEITHER,
        PAYER,
        PAYEE
    }

    private final JdbcClient jdbc;

    FrozenWallets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a payment may leave the one wallet and reach the other: one look for both. */
    public End between(OwnerId payer, OwnerId payee) {
        return jdbc.sql("""
                        SELECT CASE
                            WHEN EXISTS (SELECT 1 FROM frozen_wallets WHERE owner = :payer AND direction <> 'IN')
                                THEN 'PAYER'
                            WHEN EXISTS (SELECT 1 FROM frozen_wallets WHERE owner = :payee AND direction <> 'OUT')
                                THEN 'PAYEE'
                            ELSE 'NEITHER' END
                        """)
                .param("payer", payer)
                .param("payee", payee)
                .query(End.class)
                .single();
    }

    /** Whether nothing new may come into a wallet. */
    public boolean stopIncoming(OwnerId owner) {
        return switch (directionOf(owner)) {
            case IN, BOTH -> true;
            case OUT, NONE -> false;
        };
    }

    public Direction directionOf(OwnerId owner) {
        return jdbc.sql("SELECT direction FROM frozen_wallets WHERE owner = ?")
                .param(owner)
                .query(Direction.class)
                .optional()
                .orElse(Direction.NONE);
    }
}
