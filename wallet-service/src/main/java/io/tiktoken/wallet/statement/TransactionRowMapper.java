package io.tiktoken.wallet.statement;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.TransactionType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads transactions column by column: no row is read more often, and finding out how to took longer than the query. */
final class TransactionRowMapper implements RowMapper<Transactions.Row> {

    @Override
    public Transactions.Row mapRow(ResultSet row, int number) throws SQLException {
        var currency = Currency.of(row.getString("currency"));
        return new Transactions.Row(
                row.getLong("entry"),
                new Transaction(
                        UUID.fromString(row.getString("id")),
                        TransactionType.valueOf(row.getString("type")),
                        new Money(row.getLong("amount"), currency),
                        new Money(row.getLong("balance_after"), currency),
                        row.getString("counterparty"),
                        row.getString("description"),
                        UUID.fromString(row.getString("reference")),
                        Instant.ofEpochMilli(row.getLong("recorded_at"))));
    }
}
