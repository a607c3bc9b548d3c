package io.tiktoken.gateway.route;

import io.netty.handler.timeout.ReadTimeoutException;
import io.tiktoken.gateway.problem.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Says honestly what it means when a service gave no answer: either it was never asked, or nobody knows
 * whether it acted. A client that treats the second like the first would pay twice.
 */
@Component
class UnansweredFilter implements GatewayFilter {

    private static final Logger log = LoggerFactory.getLogger(UnansweredFilter.class);

    private static final String PERHAPS_DONE = "It may have been done all the same:"
            + " look before you repeat it, or repeat it with the same Idempotency-Key.";

    private static final Problem NOT_ASKED = Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "service_unavailable",
                    "This part of the shop is not reachable just now. Nothing was changed; please try again.")
            .retryAfter(Duration.ofSeconds(5));

    private static final Problem NO_ANSWER_IN_TIME =
            Problem.of(HttpStatus.GATEWAY_TIMEOUT, "no_answer", "This took too long. " + PERHAPS_DONE);

    private static final Problem NO_WHOLE_ANSWER =
            Problem.of(HttpStatus.BAD_GATEWAY, "no_answer", "The answer got lost on the way. " + PERHAPS_DONE);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).onErrorMap(failure -> {
            var problem = explain(failure);
            if (problem == null) {
                return failure;
            }
            Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
            log.warn(
                    "No answer from {} on route {}, the client is told {}: {}",
                    route.getUri(),
                    route.getId(),
                    problem.status().value(),
                    failure.toString());
            return problem.exception();
        });
    }

    /** Nothing when the failure is not about the service; then it is ours. */
    private static @Nullable Problem explain(Throwable failure) {
        return switch (failure) {
            case ServiceUnavailableException breakerIsOpen -> NOT_ASKED;
            case ConnectException refused -> NOT_ASKED;
            case UnknownHostException nameless -> NOT_ASKED;
            case NoRouteToHostException unreachable -> NOT_ASKED;
            case ResponseStatusException breaker
            when breaker.getCause() instanceof TimeoutException -> NO_ANSWER_IN_TIME;
            case TimeoutException late -> NO_ANSWER_IN_TIME;
            case ReadTimeoutException late -> NO_ANSWER_IN_TIME;
            case IOException lost -> NO_WHOLE_ANSWER;
            case AbortedException lost -> NO_WHOLE_ANSWER;
            default -> null;
        };
    }

    /** What a circuit breaker counts: silence. An answer of any status is an answer. */
    static boolean isSilence(Throwable failure) {
        return explain(failure) != null;
    }
}
