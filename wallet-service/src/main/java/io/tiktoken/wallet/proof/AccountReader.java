package io.tiktoken.wallet.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Compares accounts with their last postings and their open reservations, each in one snapshot. */
@Repository
class AccountReader {

    /**
     * An account as it stands, and as its last posting and its open reservations say that it must.
     *
     * @param hexName the name byte for byte, even if it is no text any more, to go on from
     */
    record AccountCheck(
            String name, String hexName, boolean isWhatItsPostingsMakeIt, long drift, boolean reservedMatches) {

        private static AccountCheck read(ResultSet row) throws SQLException {
            return new AccountCheck(
                    row.getString("name"),
                    row.getString("hex_name"),
                    row.getBoolean("matches"),
                    row.getLong("balance") - row.getLong("balance_after"),
                    row.getBoolean("reserved_matches"));
        }
    }

    // One without any posting has no balance after, and so matches nothing. Amounts that no reservation could have do
    // not
    // make the sum overflow; their seals are broken.
    private static final String COMPARED = """
            SELECT a.name, hex(a.name) AS hex_name, a.balance, p.balance_after,
                a.balance IS p.balance_after AND a.currency IS p.currency
                    AND a.may_overdraw = (substr(a.name, 1, 7) <> 'wallet/') AS matches,
                a.reserved = (SELECT coalesce(sum(max(min(r.amount, 1000000000000), 0)), 0) FROM reservations r
                    WHERE r.state = 'RESERVED' AND r.customer_id = substr(a.name, 8)) AS reserved_matches
            FROM accounts a LEFT JOIN postings p ON p.account = a.name
                AND p.entry = (SELECT max(q.entry) FROM postings q WHERE q.account = a.name)
            """;

    private final JdbcClient jdbc;

    AccountReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    List<AccountCheck> first(int atMost) {
        return jdbc.sql(COMPARED + "ORDER BY a.name LIMIT ?")
                .param(atMost)
                .query((row, _) -> AccountCheck.read(row))
                .list();
    }

    @Transactional(readOnly = true)
    List<AccountCheck> after(AccountCheck last, int atMost) {
        return jdbc.sql(COMPARED + "WHERE a.name > CAST(unhex(?) AS TEXT) ORDER BY a.name LIMIT ?")
                .params(last.hexName(), atMost)
                .query((row, _) -> AccountCheck.read(row))
                .list();
    }

    /** Those that entries touched, after one up to another. */
    @Transactional(readOnly = true)
    List<AccountCheck> touchedBy(long after, long upTo) {
        return jdbc.sql(COMPARED + "WHERE a.name IN (SELECT account FROM postings WHERE entry > ? AND entry <= ?)")
                .params(after, upTo)
                .query((row, _) -> AccountCheck.read(row))
                .list();
    }

    @Transactional(readOnly = true)
    List<AccountCheck> named(List<String> names) {
        return jdbc.sql(COMPARED + "WHERE a.name IN (:names)")
                .param("names", names)
                .query((row, _) -> AccountCheck.read(row))
                .list();
    }
}
