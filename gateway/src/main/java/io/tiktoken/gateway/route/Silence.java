package io.tiktoken.gateway.route;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.netty.handler.timeout.ReadTimeoutException;
import io.tiktoken.defaults.problem.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;

/** The ways in which a service gives no answer, and what each of them means to whoever asked. */
enum Silence {
    /** So much is under way that nothing more is sent there. */
    BUSY,
    /** It is not there, or has been silent so often that it is left alone for a while. */
    NOT_ASKED,
    /** It was asked and did not answer in time. */
    LATE,
    /** It was asked and the connection broke. */
    LOST;

    private static final String PERHAPS_DONE = " It may have been done all the same:"
            + " look before you repeat it, or repeat it with the same Idempotency-Key.";

    private static final String NOTHING_LOST = " Please try again.";

    /** Nothing when the failure is not about the service; then it is ours. */
    static @Nullable Silence in(Throwable failure) {
        return switch (failure) {
            case BulkheadFullException full -> BUSY;
            case ServiceUnavailableException breakerIsOpen -> NOT_ASKED;
            case ConnectException refused -> NOT_ASKED;
            case UnknownHostException nameless -> NOT_ASKED;
            case NoRouteToHostException unreachable -> NOT_ASKED;
            case ResponseStatusException breaker when breaker.getCause() instanceof TimeoutException -> LATE;
            case TimeoutException late -> LATE;
            case ReadTimeoutException late -> LATE;
            case IOException lost -> LOST;
            case AbortedException lost -> LOST;
            default -> null;
        };
    }

    /** Being busy is not the service's silence, and an answer of any status is an answer. */
    static boolean countsAgainstTheService(Throwable failure) {
        return switch (in(failure)) {
            case NOT_ASKED, LATE, LOST -> true;
            case BUSY -> false;
            case null -> false;
        };
    }

    Problem toldAfter(HttpMethod method) {
        return switch (this) {
            case BUSY -> unavailable("Too many people want this at once. Nothing was changed; please try again.", 1);
            case NOT_ASKED ->
                unavailable(
                        "This part of the shop is not reachable just now. Nothing was changed; please try again.", 5);
            case LATE -> noAnswer(HttpStatus.GATEWAY_TIMEOUT, "This took too long.", method);
            case LOST -> noAnswer(HttpStatus.BAD_GATEWAY, "The answer got lost on the way.", method);
        };
    }

    private static Problem unavailable(String sentence, int seconds) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "service_unavailable", sentence)
                .retryAfter(Duration.ofSeconds(seconds));
    }

    /** A client that took "unknown" for "failed" would pay twice. Reading may be repeated without a thought. */
    private static Problem noAnswer(HttpStatus status, String sentence, HttpMethod method) {
        var harmless = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        return Problem.of(status, "no_answer", sentence + (harmless ? NOTHING_LOST : PERHAPS_DONE));
    }
}
