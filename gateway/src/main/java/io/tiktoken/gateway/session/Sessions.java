package io.tiktoken.gateway.session;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.tiktoken.defaults.crypto.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The sessions seen in the last seconds. However many requests arrive with one handle, auth-service is asked
 * once; what it said is kept only briefly, because a session may end at any moment.
 */
class Sessions {

    private final AuthService auth;
    private final SessionSettings settings;
    private final Clock clock;
    private final Ticker ticker;
    private final AsyncCache<Sha256, Remembered> cache;

    Sessions(AuthService auth, SessionSettings settings, Clock clock, Ticker ticker) {
        this.auth = auth;
        this.settings = settings;
        this.clock = clock;
        this.ticker = ticker;
        cache = Caffeine.newBuilder()
                .maximumSize(settings.mostRemembered())
                .ticker(ticker)
                .expireAfter(Expiry.<Sha256, Remembered>creating((handle, remembered) -> remembered.remaining(ticker)))
                .buildAsync();
    }

    Mono<Exchanged> exchange(String handle) {
        return Mono.deferContextual(trace -> {
            // By its digest, so that a dump of the memory shows no handles.
            var key = Sha256.of(handle);
            var answer = cache.get(
                    key, (_, executor) -> ask(handle).contextWrite(trace).toFuture());
            // Those who waited must not all go on in the one thread that brought the answer:
            // it would be so busy with them that their connections to the services time out.
            return answer.isDone() ? waitFor(key, answer) : waitFor(key, answer).publishOn(Schedulers.parallel());
        });
    }

    /**
     * A request whose client goes away must not take the answer from the others that wait for it. A failure is forgotten
     * here, too, because the cache may do so only after the client has heard of it and come back.
     */
    private Mono<Exchanged> waitFor(Sha256 key, CompletableFuture<Remembered> answer) {
        return Mono.fromFuture(answer, true)
                .doOnError(_ -> cache.asMap().remove(key, answer))
                .map(Remembered::exchanged);
    }

    /**
     * Forgets all sessions of one person, and the answers that are still on their way: they may be about that
     * person too, and were given before whatever happened now. Who waits for one still gets it, nobody later.
     */
    void forgetAllOf(String userId) {
        cache.asMap().values().removeIf(answer -> !answer.isDone() || isAbout(userId, answer));
    }

    private static boolean isAbout(String userId, CompletableFuture<Remembered> answer) {
        return !answer.isCompletedExceptionally()
                && answer.join().exchanged() instanceof Exchanged.Person person
                && person.userId().equals(userId);
    }

    private Mono<Remembered> ask(String handle) {
        var askedAt = ticker.read();
        return auth.exchange(handle).map(answer -> new Remembered(answer, askedAt, lifetime(answer)));
    }

    private Duration lifetime(Exchanged answer) {
        return switch (answer) {
            case Exchanged.Person person ->
                shorter(settings.rememberedFor(), Duration.between(clock.instant(), person.expiresAt()));
            case Exchanged.Unknown() -> settings.unknownRememberedFor();
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Counts from the question, not from the answer: the session may have ended while it was on its way. */
    private record Remembered(Exchanged exchanged, long askedAt, Duration lifetime) {

        Duration remaining(Ticker ticker) {
            var left = lifetime.minusNanos(ticker.read() - askedAt);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }
}
