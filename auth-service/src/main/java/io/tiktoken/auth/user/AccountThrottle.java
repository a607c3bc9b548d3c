package io.tiktoken.auth.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.tiktoken.defaults.text.TypedUsername;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets only a few secrets a minute be guessed for one account, from however many addresses. Names that nobody has
 * are counted like any other, so that being sent away does not tell who exists.
 */
@Component
public class AccountThrottle {

    /** What is being guessed; each has its own allowance, so that whoever forgot a password may recover at once. */
    public enum Guess {
        PASSWORD,
        RECOVERY_CODE
    }

    private record Account(Guess guess, String name) {}

    /**
     * Far more accounts than can be tried within the time that a try takes to come back: a flood of other names does
     * not push out the one that is under attack.
     */
    private static final int MOST_ACCOUNTS = 50_000;

    private final Cache<Account, Bucket> allowances;
    private final AccountThrottleSettings settings;
    private final TimeMeter time;
    private final Turns<Account> turns = new Turns<>();

    AccountThrottle(AccountThrottleSettings settings, Clock clock) {
        this.settings = settings;
        this.time = new TimeOf(clock);
        this.allowances = Caffeine.newBuilder()
                .maximumSize(MOST_ACCOUNTS)
                .expireAfterAccess(settings.within()) // By then it would be full again.
                .build();
    }

    /**
     * Makes one attempt, unless the account has none left. It is taken beforehand, so that many at once are no more
     * than these few, and given back when it was no wrong guess, so that nobody is locked out by logging in often. Several
     * at once are made one after the other, so that right ones do not take what others of them need.
     *
     * @param name as it was typed; it is read as the log-in reads it, so that no other spelling has an allowance of its own
     * @param wrong whether the attempt turned out to be a wrong guess
     * @param tooMany the answer when none was left, or the turn did not come, made from the time until it may be tried again
     */
    public <T> T attempt(
            Guess guess,
            String name,
            Supplier<? extends T> attempt,
            Predicate<? super T> wrong,
            Function<Duration, ? extends T> tooMany) {
        var account = new Account(guess, TypedUsername.read(name));
        return turns.<T>take(account, () -> inTurn(account, attempt, wrong, tooMany))
                .orElseGet(() -> tooMany.apply(Turns.COME_AGAIN));
    }

    private <T> T inTurn(
            Account account,
            Supplier<? extends T> attempt,
            Predicate<? super T> wrong,
            Function<Duration, ? extends T> tooMany) {
        var allowance = allowances.get(account, _ -> full());
        var taken = allowance.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            return tooMany.apply(Duration.ofNanos(taken.getNanosToWaitForRefill()));
        }
        try {
            var outcome = attempt.get();
            if (!wrong.test(outcome)) {
                allowance.addTokens(1);
            }
            return outcome;
        } catch (PasswordsBusyException nothingWasCompared) {
            allowance.addTokens(1);
            throw nothingWasCompared;
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.perAccount()).refillGreedy(settings.perAccount(), settings.within()))
                .withCustomTimePrecision(time)
                .build();
    }

    /** The service's clock, as the buckets read it. */
    private record TimeOf(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
