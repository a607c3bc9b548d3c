package io.tiktoken.auth.pin;

import java.security.SecureRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Six digits that only their owner knows. They are shown once, and never print themselves. */
public record Pin(String digits) {

    public static final String PATTERN = "[0-9]{6}";

    private static final int LENGTH = 6;
    private static final int POSSIBLE = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Pin {
        if (!digits.matches(PATTERN)) {
            throw new IllegalArgumentException("This is not a PIN");
        }
    }

    /** Any PIN with the same probability, except those that everybody would try first. */
    public static Pin random() {
        return Stream.generate(() -> new Pin("%06d".formatted(RANDOM.nextInt(POSSIBLE))))
                .filter(pin -> !pin.isObvious())
                .findFirst()
                .orElseThrow();
    }

    /** Repeats such as 111111, 121212 and 123123, and runs such as 123456, 654321 and 890123. */
    boolean isObvious() {
        return repeatsEvery(1) || repeatsEvery(2) || repeatsEvery(3) || runsBy(1) || runsBy(9);
    }

    private boolean repeatsEvery(int period) {
        return IntStream.range(period, LENGTH).allMatch(i -> digit(i) == digit(i - period));
    }

    private boolean runsBy(int step) {
        return IntStream.range(1, LENGTH).allMatch(i -> digit(i) == (digit(i - 1) + step) % 10);
    }

    private int digit(int position) {
        return digits.charAt(position) - '0';
    }

    @Override
    public String toString() {
        return "Pin[not shown]";
    }
}
