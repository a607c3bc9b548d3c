package io.tiktoken.fx.clients;

import feign.FeignException;
import feign.RetryableException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.tiktoken.fx.rate.Offer;
import io.tiktoken.fx.rate.RateProvider;
import io.tiktoken.fx.rate.Source;
import java.util.function.Supplier;

/**
 * A provider behind a retry and a circuit breaker: what gives no answer is tried again after a jittered
 * pause, and what keeps failing is left alone for a while. Time-outs are those of the HTTP client.
 */
final class GuardedProvider implements RateProvider {

    private final Source source;
    private final Supplier<Offer> guardedCall;

    GuardedProvider(Source source, Supplier<ProviderAnswer> call, ProviderSettings settings) {
        this.source = source;
        var retry = Retry.of(source.label(), retryConfig(settings));
        var breaker = CircuitBreaker.of(source.label(), breakerConfig(settings));
        // The breaker outside: it counts rounds, not attempts.
        this.guardedCall = CircuitBreaker.decorateSupplier(
                breaker, Retry.decorateSupplier(retry, () -> call.get().toOffer(source)));
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Answer ask() {
        try {
            return new Answer.Offered(guardedCall.get());
        } catch (CallNotPermittedException leftAlone) {
            return new Answer.Nothing("it is left alone for a while after failing several times in a row");
        } catch (UnusableAnswerException unusable) {
            return new Answer.Nothing(unusable.what());
        } catch (FeignException noAnswer) {
            return new Answer.Nothing("no answer, " + rootOf(noAnswer));
        }
    }

    private static RetryConfig retryConfig(ProviderSettings settings) {
        return RetryConfig.custom()
                .maxAttempts(settings.attempts())
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(settings.firstWait()))
                .retryOnException(GuardedProvider::isWorthRepeating)
                .build();
    }

    private static CircuitBreakerConfig breakerConfig(ProviderSettings settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.failuresToOpen())
                .minimumNumberOfCalls(settings.failuresToOpen())
                .failureRateThreshold(100)
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build();
    }

    private static boolean isWorthRepeating(Throwable failure) {
        return failure instanceof RetryableException
                || (failure instanceof UnusableAnswerException unusable && unusable.isWorthRepeating());
    }

    /**
     * No message but our own: Feign's contains the address and with it the key, and those of the HTTP client
     * may contain what the other side has sent.
     */
    private static String rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof BoundedAnswers.EndlessAnswerException ours
                ? String.valueOf(ours.getMessage())
                : root.getClass().getSimpleName();
    }
}
