package io.tiktoken.fx.rate;

import java.math.BigDecimal;
import java.util.List;

/**
 * The rates that moved further from one table to the next than rates usually do, or that are gone.
 *
 * @param moved those that need a second look
 * @param absurd those that no second look can make true
 * @param compared how many were looked at
 */
record Jumps(List<String> moved, List<String> absurd, int compared) {

    /** No currency is worth a tenth overnight; a misplaced decimal point is what does that. */
    private static final BigDecimal ABSURD_FACTOR = BigDecimal.TEN;

    static Jumps between(RateTable before, RateTable after, BigDecimal factor) {
        var moved = before.rates().values().stream()
                .filter(old -> after.rate(old.currency())
                        .map(now -> differs(old.perBase(), now.perBase(), factor))
                        .orElse(true))
                .toList();
        var absurd = moved.stream()
                .filter(old -> after.rate(old.currency())
                        .map(now -> isAbsurd(old.perBase(), now.perBase(), factor))
                        .orElse(false))
                .toList();
        return new Jumps(codes(moved), codes(absurd), before.rates().size());
    }

    boolean none() {
        return moved.isEmpty();
    }

    /** When a quarter of the world devalues at once, it is the table that is broken. */
    boolean cannotBeTrue() {
        return !absurd.isEmpty() || moved.size() * 4 > compared;
    }

    private static boolean isAbsurd(BigDecimal old, BigDecimal now, BigDecimal factor) {
        var isUpsideDown = !differs(BigDecimal.ONE, old.multiply(now), factor);
        return isUpsideDown || differs(old, now, ABSURD_FACTOR);
    }

    private static boolean differs(BigDecimal one, BigDecimal other, BigDecimal factor) {
        return one.max(other).compareTo(one.min(other).multiply(factor)) > 0;
    }

    private static List<String> codes(List<Rate> rates) {
        return rates.stream().map(rate -> rate.currency().code()).sorted().toList();
    }
}
