package io.tiktoken.defaults.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The times in paths and queries, in the range that requests may name. */
public final class RequestTimeConfigurer implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(String.class, Instant.class, RequestTimes::instant);
        formats.addConverter(String.class, LocalDate.class, RequestTimes::day);
        formats.addConverter(String.class, YearMonth.class, RequestTimes::month);
        formats.addConverter(String.class, DayOrInstant.class, RequestTimes::dayOrInstant);
    }
}
