package io.tiktoken.wallet.statement;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.TransactionType;
import java.time.YearMonth;
import java.util.List;

/**
 * What came in and what went out in one month.
 *
 * @param out less than zero, or nothing
 * @param types only those that there were
 */
public record Month(@Schema(example = "2026-11") YearMonth month, Money in, Money out, List<OfType> types) {

    /** All transactions of one type. */
    public record OfType(TransactionType type, long count, Money amount) {}

    static Month of(YearMonth month, List<OfType> types) {
        return new Month(month, sum(types, true), sum(types, false), types);
    }

    private static Money sum(List<OfType> types, boolean in) {
        return types.stream()
                .map(OfType::amount)
                .filter(amount -> amount.isPositive() == in)
                .reduce(Money.tikTokens(0), Money::plus);
    }
}
