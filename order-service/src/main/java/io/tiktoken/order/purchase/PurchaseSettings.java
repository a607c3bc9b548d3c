package io.tiktoken.order.purchase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient a purchase is.
 *
 * @param answerWithin how long the customer's request waits for the end, shorter than the gateway waits for us
 * @param deadline after which an undecided purchase is undone
 * @param reservationsLast how long stock and funds are reserved for
 * @param callBudget the longest one call may take: fetching a token, waiting for a free connection, calling
 * @param lease how long whoever carries a purchase on is left alone with it, after every stored step
 * @param firstPause before a call without an answer is made again; doubled each time
 * @param longestPause where the doubling ends
 * @param mostSurprises how many unexpected answers in a row park a purchase for an operator
 * @param workers how many customers' purchases run at the same time
 * @param queue how many may wait for a worker; more are left to recovery
 * @param recoveryInterval how often unfinished purchases are looked for
 * @param recoveryBatch how many of them one look carries on
 * @param recoveryWorkers how many of those at the same time
 */
@Validated
@ConfigurationProperties("tiktoken.purchase")
public record PurchaseSettings(
        @DefaultValue("8s") @DurationMin(millis = 100) @DurationMax(seconds = 9)
        Duration answerWithin,

        @DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(minutes = 5)
        Duration deadline,

        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(hours = 1)
        Duration reservationsLast,

        @DefaultValue("8s") @DurationMin(millis = 100) @DurationMax(seconds = 10)
        Duration callBudget,

        @DefaultValue("24s") @DurationMin(millis = 200) @DurationMax(seconds = 30)
        Duration lease,

        @DefaultValue("1s") @DurationMin(millis = 10) @DurationMax(seconds = 15)
        Duration firstPause,

        @DefaultValue("15s") @DurationMin(millis = 10) @DurationMax(seconds = 30)
        Duration longestPause,

        @DefaultValue("5") @Min(1) @Max(100) int mostSurprises,
        @DefaultValue("32") @Min(1) @Max(200) int workers,
        @DefaultValue("200") @Min(1) @Max(10_000) int queue,

        @DefaultValue("2s") @DurationMin(millis = 50) @DurationMax(hours = 1)
        Duration recoveryInterval,

        @DefaultValue("50") @Min(1) @Max(1_000) int recoveryBatch,
        @DefaultValue("8") @Min(1) @Max(64) int recoveryWorkers) {

    /** So that what is decided in the last moment can still be committed, even after a pause. */
    private static final int RESERVATIONS_OUTLIVE_DEADLINE = 10;

    /** Two between one stored step and the next, and time to store it. */
    private static final int CALLS_WITHIN_LEASE = 3;

    public PurchaseSettings {
        require(
                reservationsLast.compareTo(deadline.multipliedBy(RESERVATIONS_OUTLIVE_DEADLINE)) >= 0,
                "tiktoken.purchase.reservations-last must be at least %d times as long as deadline"
                        .formatted(RESERVATIONS_OUTLIVE_DEADLINE));
        require(
                lease.compareTo(callBudget.multipliedBy(CALLS_WITHIN_LEASE)) >= 0,
                "tiktoken.purchase.lease must be at least %d times as long as call-budget"
                        .formatted(CALLS_WITHIN_LEASE));
    }

    /** Doubles with every try, up to the longest pause. */
    Duration pauseAfter(int tries) {
        var doublings = Math.min(tries, 20);
        var pause = firstPause.multipliedBy(1L << doublings);
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    /** No lease and no pause ends later than this from now, unless the clock was set back meanwhile. */
    Duration longestWait() {
        return lease.compareTo(longestPause) > 0 ? lease : longestPause;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
