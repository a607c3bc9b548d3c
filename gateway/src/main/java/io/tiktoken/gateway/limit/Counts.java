package io.tiktoken.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * What each client of one class has left. Whoever was silent for a whole period has everything again, so
 * forgetting such a client changes nothing; that and a bound keep the memory small.
 */
class Counts {

    private final Allowance allowance;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    Counts(Allowance allowance, long mostRemembered, Ticker ticker) {
        this.allowance = allowance;
        time = new TickerTimeMeter(ticker);
        buckets = Caffeine.newBuilder()
                .maximumSize(mostRemembered)
                .expireAfterAccess(allowance.each())
                .ticker(ticker)
                .build();
    }

    /** Takes one from what the client has left; nothing to wait for means that it was there. */
    Duration take(String client) {
        var probe = buckets.get(client, this::full).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full(String client) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(allowance.requests()).refillGreedy(allowance.requests(), allowance.each()))
                .withCustomTimePrecision(time)
                .build();
    }

    /** The one time that the gateway's memory runs by, which a test can set. */
    private record TickerTimeMeter(Ticker ticker) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ticker.read();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
