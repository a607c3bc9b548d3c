package io.tiktoken.auth.user;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One check after the other for each person. A try is counted before anything is compared, so right ones at the same time
 * would use up each other's tries; in turn, each is forgotten before the next is counted. There is a line only for whom
 * somebody waits, and it is short: whoever finds it full, or waits in vain, may come again.
 *
 * @param <K> whose check it is
 */
public final class Turns<K> {

    /** After so long it is time for whoever was sent away to come again. */
    public static final Duration COME_AGAIN = Duration.ofSeconds(1);

    /** More than anybody's fingers are quick; and no more threads than these ever wait for one person. */
    static final int LONGEST_LINE = 16;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final ConcurrentHashMap<K, Line> lines = new ConcurrentHashMap<>();

    /** Does the work when it is its turn; nothing when that does not come in time. */
    public <T> Optional<T> take(K whose, Supplier<? extends T> work) {
        var line = lines.compute(whose, (_, known) -> (known == null ? new Line() : known).joined());
        try {
            return line.inTurn(work);
        } finally {
            lines.computeIfPresent(whose, (_, left) -> left.withoutOne());
        }
    }

    /** Waits for one of a semaphore's permits; whether it was taken. */
    static boolean comesWithin(Duration longest, Semaphore turn) {
        try {
            return turn.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int lines() {
        return lines.size();
    }

    int freePlaces(K whose) {
        var line = lines.get(whose);
        return line == null ? LONGEST_LINE : line.places.availablePermits();
    }

    /** Those who wait for the same person, and the one whose turn it is. */
    private static final class Line {

        private final Semaphore places = new Semaphore(LONGEST_LINE);
        private final Semaphore turn = new Semaphore(1, true);
        /** Changed only by the map's own atomic operations. */
        private int people;

        Line joined() {
            people++;
            return this;
        }

        /** Null when that was the last one: then the line goes, too. */
        @SuppressWarnings("NullAway") // How the map's operation removes an entry.
        Line withoutOne() {
            people--;
            return people == 0 ? null : this;
        }

        <T> Optional<T> inTurn(Supplier<? extends T> work) {
            if (!places.tryAcquire()) {
                return Optional.empty();
            }
            try {
                return comesWithin(LONGEST_WAIT, turn) ? Optional.of(done(work)) : Optional.empty();
            } finally {
                places.release();
            }
        }

        private <T> T done(Supplier<? extends T> work) {
            try {
                return work.get();
            } finally {
                turn.release();
            }
        }
    }
}
