package io.tiktoken.wallet.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A stretch of time in which a wallet's history is looked at.
 *
 * @param from the first moment that belongs to it
 * @param until the first moment that does not
 */
public record Period(Instant from, Instant until) {

    /** Where days and months begin. */
    public static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");

    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("A period ends after it begins");
        }
    }

    /** Both days belong to it. */
    public static Period ofDays(LocalDate first, LocalDate last) {
        return new Period(beginningOf(first), beginningOf(last.plusDays(1)));
    }

    public static Period of(YearMonth month) {
        return ofDays(month.atDay(1), month.atEndOfMonth());
    }

    private static Instant beginningOf(LocalDate day) {
        return day.atStartOfDay(SINGAPORE).toInstant();
    }
}
