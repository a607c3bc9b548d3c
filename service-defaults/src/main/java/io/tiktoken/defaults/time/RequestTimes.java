package io.tiktoken.defaults.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Reads the times that a request names, all of them from the years 2000 to 2199. Java's own range is far wider than that of
 * milliseconds in a {@code long}, of dates in a database and of the arithmetic with either, which would overflow.
 */
final class RequestTimes {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private static final String RANGE = ", in the years %d to %d".formatted(FIRST_YEAR, LAST_YEAR);
    private static final String INSTANT = "an instant (2026-01-31T12:00:00Z)";
    private static final String DAY = "a day (2026-01-31)";
    private static final String MONTH = "a month (2026-01)";

    private RequestTimes() {}

    static Instant instant(String text) {
        return read(
                text,
                Instant::parse,
                instant -> instant.atOffset(ZoneOffset.UTC).getYear(),
                INSTANT);
    }

    static LocalDate day(String text) {
        return read(text, LocalDate::parse, LocalDate::getYear, DAY);
    }

    static YearMonth month(String text) {
        return read(text, YearMonth::parse, YearMonth::getYear, MONTH);
    }

    static DayOrInstant dayOrInstant(String text) {
        try {
            return text.indexOf('T') < 0 ? new DayOrInstant.Day(day(text)) : new DayOrInstant.Moment(instant(text));
        } catch (UnusableTimeException neither) {
            throw unusable(DAY + " or " + INSTANT);
        }
    }

    private static <T> T read(String text, Function<String, T> parse, ToIntFunction<T> yearOf, String expected) {
        try {
            var time = parse.apply(text);
            var year = yearOf.applyAsInt(time);
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return time;
            }
        } catch (DateTimeException notATime) {
            // Answered below, with the same words.
        }
        throw unusable(expected);
    }

    private static UnusableTimeException unusable(String expected) {
        return new UnusableTimeException("must be " + expected + RANGE);
    }
}
