package io.tiktoken.wallet.proof;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.Account;
import io.tiktoken.wallet.ledger.EntryKind;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.Salt;
import io.tiktoken.wallet.ledger.TransactionType;
import io.tiktoken.wallet.proof.TransactionProof.Own;
import io.tiktoken.wallet.proof.TransactionProof.Shown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds an entry for the owner of one of its postings. */
@Repository
class OwnTransactions {

    /**
     * An entry as far as one owner may see it.
     *
     * @param salt of the whole entry, which is not shown; null when it is of the first form
     * @param line of the owner's posting
     */
    record OwnTransaction(
            Shown entry,
            @Nullable Salt salt,
            long line,
            String account,
            Money amount,
            Money balanceAfter,
            TransactionType type,
            @Nullable String counterparty) {

        Own posting(Salt ownSalt) {
            return new Own(line, ownSalt, account, amount, balanceAfter, type, counterparty);
        }

        private static OwnTransaction read(ResultSet row) throws SQLException {
            var currency = Currency.of(row.getString("currency"));
            var salt = row.getString("salt");
            return new OwnTransaction(
                    new Shown(
                            row.getLong("sequence"),
                            UUID.fromString(row.getString("id")),
                            EntryKind.valueOf(row.getString("kind")),
                            UUID.fromString(row.getString("reference")),
                            row.getString("description"),
                            Instant.ofEpochMilli(row.getLong("recorded_at"))),
                    salt == null ? null : new Salt(salt),
                    row.getLong("line"),
                    row.getString("account"),
                    new Money(row.getLong("amount"), currency),
                    new Money(row.getLong("balance_after"), currency),
                    TransactionType.valueOf(row.getString("type")),
                    row.getString("counterparty"));
        }
    }

    private final JdbcClient jdbc;

    OwnTransactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Optional<OwnTransaction> find(UUID id, OwnerId owner) {
        return jdbc.sql(
                        "SELECT * FROM entries e JOIN postings p ON p.entry = e.sequence WHERE e.id = ? AND p.account = ?")
                .params(id, Account.walletOf(owner).name())
                .query((row, _) -> OwnTransaction.read(row))
                .optional();
    }
}
