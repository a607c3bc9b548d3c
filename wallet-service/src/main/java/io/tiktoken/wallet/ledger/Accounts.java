package io.tiktoken.wallet.ledger;

import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The balances as of now, moved by postings and by nothing else. */
@Repository
class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Applies a posting, opening the account if this is the first that touches it.
     *
     * @return the balance that it leaves, or nothing when the account does not hold enough
     */
    OptionalLong apply(Posting posting) {
        // The check and the change are one statement, so that nothing can come between them.
        var balance = jdbc.sql("""
                        UPDATE accounts SET balance = balance + :amount, reserved = reserved - :reserved
                        WHERE name = :name AND (may_overdraw = 1 OR balance + :amount >= reserved - :reserved)
                        RETURNING balance
                        """)
                .param("amount", posting.amount().amount())
                .param("reserved", posting.reserved().amount())
                .param("name", posting.account().name())
                .query(Long.class)
                .optional();
        if (balance.isPresent()) {
            return OptionalLong.of(balance.get());
        }
        return posting.mayBeRefused() ? OptionalLong.empty() : OptionalLong.of(open(posting));
    }

    private long open(Posting first) {
        var account = first.account();
        var balance = first.amount().amount();
        jdbc.sql("""
                        INSERT INTO accounts (name, currency, may_overdraw, balance, reserved) VALUES (?, ?, ?, ?, 0)
                        """)
                .params(account.name(), account.currency(), account.mayOverdraw(), balance)
                .update();
        return balance;
    }
}
