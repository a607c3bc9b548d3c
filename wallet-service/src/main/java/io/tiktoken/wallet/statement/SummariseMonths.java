package io.tiktoken.wallet.statement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.Account;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.TransactionType;
import io.tiktoken.wallet.statement.Month.OfType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a wallet's history up by months. */
@Service
public class SummariseMonths {

    private record Found(String month, OfType type) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SummariseMonths(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The newest first, the current one included; quiet months too.
     *
     * @param count one or more
     */
    @Transactional(readOnly = true)
    public List<Month> last(int count, OwnerId owner) {
        var thisMonth = YearMonth.from(LocalDate.ofInstant(clock.instant(), Period.SINGAPORE));
        var months = IntStream.range(0, count).mapToObj(thisMonth::minusMonths).toList();
        var found = find(months, owner).stream().collect(groupingBy(Found::month, mapping(Found::type, toList())));
        return months.stream()
                .map(month -> Month.of(month, found.getOrDefault(month.toString(), List.of())))
                .toList();
    }

    /** The months go into the question, because no two databases agree on how to ask for a month of Singapore. */
    private List<Found> find(List<YearMonth> months, OwnerId owner) {
        var values = new ArrayList<Object>();
        for (var month : months) {
            var period = Period.of(month);
            values.add(month.toString());
            values.add(period.from().toEpochMilli());
            values.add(period.until().toEpochMilli());
        }
        values.add(Account.walletOf(owner).name());
        return jdbc.sql("""
                        WITH months (month, beginning, ending) AS (VALUES %s)
                        SELECT m.month, p.type, count(*) AS count, sum(p.amount) AS amount
                        FROM postings p
                        JOIN entries e ON e.sequence = p.entry
                        JOIN months m ON e.recorded_at >= m.beginning AND e.recorded_at < m.ending
                        WHERE p.account = ?
                        GROUP BY m.month, p.type, p.amount > 0
                        ORDER BY m.month, p.type, p.amount > 0
                        """.formatted(String.join(", ", Collections.nCopies(months.size(), "(?, ?, ?)"))))
                .params(values)
                .query((row, _) -> new Found(
                        row.getString("month"),
                        new OfType(
                                TransactionType.valueOf(row.getString("type")),
                                row.getLong("count"),
                                Money.tikTokens(row.getLong("amount")))))
                .list();
    }
}
