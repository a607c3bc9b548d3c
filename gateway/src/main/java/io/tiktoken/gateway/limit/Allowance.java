package io.tiktoken.gateway.limit;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * So many requests at once, and as many again spread evenly over each period: of {@code 10/1h} ten may come
 * together, and then one every six minutes.
 */
public record Allowance(long requests, Duration each) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\d{1,5}(?:s|m|h|d))");
    private static final Duration LONGEST = Duration.ofDays(1);

    public Allowance {
        if (requests < 1 || each.isZero() || each.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "An allowance is at least one request in a period of up to a day, not %d in %s"
                            .formatted(requests, each));
        }
    }

    /** Reads what stands in the settings. */
    public static Allowance valueOf(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("An allowance is written like 60/1m, not like " + text);
        }
        return new Allowance(Long.parseLong(parts.group(1)), DurationStyle.SIMPLE.parse(parts.group(2)));
    }

    Allowance times(int factor) {
        return new Allowance(Math.multiplyExact(requests, factor), each);
    }
}
