package io.tiktoken.launcher.process;

import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.shop.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How often a service has died in a row, and so how long it is left alone before it is started again. Kept in a file,
 * for others to read.
 *
 * @param inARow without a long life in between
 * @param next milliseconds since 1970 at which it is started again
 */
public record Deaths(int inARow, long next) {

    static final String SUFFIX = ".deaths";

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Whoever lived that long dies for another reason than before. */
    static final Duration LONG_LIFE = Duration.ofMinutes(5);

    private static final int DOUBLINGS = 6;

    /** One more, after a life of this length. */
    static Deaths after(Optional<Deaths> earlier, Duration life, long now) {
        var inARow = 1
                + earlier.filter(_ -> life.compareTo(LONG_LIFE) < 0)
                        .map(Deaths::inARow)
                        .orElse(0);
        return new Deaths(inARow, now + pause(inARow).toMillis());
    }

    static Duration pause(int inARow) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(inARow - 1, DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** A clock that was set back delays nobody by more than the longest pause. */
    boolean isDue(long now) {
        return now >= next || next - now > LONGEST_PAUSE.toMillis();
    }

    public static Optional<Deaths> of(Service service, Places places) {
        try {
            var words = Files.readString(file(service, places)).strip().split(" ", 2);
            return Optional.of(new Deaths(Integer.parseInt(words[0]), Long.parseLong(words[1])));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    void write(Service service, Places places) {
        try {
            Places.writePrivate(file(service, places), "%d %d\n".formatted(inARow, next));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(service, places), e);
        }
    }

    static void forget(Service service, Places places) {
        try {
            Files.deleteIfExists(file(service, places));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file(service, places), e);
        }
    }

    private static Path file(Service service, Places places) {
        return places.run().resolve(service.module() + SUFFIX);
    }
}
