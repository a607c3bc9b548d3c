package io.tiktoken.defaults.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** An end of a period as people name it: a whole day, which begins and ends where they live, or an instant. */
public sealed interface DayOrInstant {

    /** When a period begins that begins with this. */
    Instant beginningIn(ZoneId zone);

    /** When a period ends that ends with this: a day that is named as the last one belongs to it. */
    Instant endIn(ZoneId zone);

    /** A whole day. */
    record Day(LocalDate date) implements DayOrInstant {

        @Override
        public Instant beginningIn(ZoneId zone) {
            return date.atStartOfDay(zone).toInstant();
        }

        @Override
        public Instant endIn(ZoneId zone) {
            return date.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /** The same instant everywhere. */
    record Moment(Instant instant) implements DayOrInstant {

        @Override
        public Instant beginningIn(ZoneId zone) {
            return instant;
        }

        @Override
        public Instant endIn(ZoneId zone) {
            return instant;
        }
    }
}
