package io.tiktoken.wallet.statement.web;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.wallet.statement.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads the ends of a period: an instant, or a whole day as people in Singapore count them. */
final class Moment {

    private Moment() {}

    static @Nullable Instant from(@Nullable String text) {
        return text == null ? null : read("from", text, 0);
    }

    /** A day that is named as the last one belongs to the period. */
    static @Nullable Instant until(@Nullable String text) {
        return text == null ? null : upTo("to", text);
    }

    /** The instant, or the end of the day, that a parameter names. */
    static Instant upTo(String parameter, String text) {
        return read(parameter, text, 1);
    }

    private static Instant read(String parameter, String text, int daysLater) {
        try {
            return text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(Period.SINGAPORE)
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException neither) {
            throw new ProblemException(Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "validation_failed",
                    parameter + " must be a day (2026-01-31) or an instant (2026-01-31T12:00:00Z)"));
        }
    }
}
