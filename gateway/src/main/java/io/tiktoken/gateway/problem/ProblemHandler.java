package io.tiktoken.gateway.problem;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.gateway.visit.Visit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever went wrong inside the gateway into a problem document that gives no internals away. */
@Component
@Order(-2)
class ProblemHandler implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final JsonMapper json;

    ProblemHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            // Half an answer is out. Cutting it off is the only way left to say that it is not whole.
            return Mono.error(failure);
        }
        var trace = Visit.traceId(exchange);
        var problem = problemFor(failure, trace);
        response.setStatusCode(problem.status());
        var headers = response.getHeaders();
        // What a service wrote for an answer of its own does not describe this one.
        headers.clearContentHeaders();
        headers.remove(HttpHeaders.CACHE_CONTROL);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (failure instanceof ErrorResponse refused) {
            headers.putAll(refused.getHeaders()); // Such as Allow, without which a 405 is not whole.
        }
        headers.putAll(problem.headers());
        var body = json.writeValueAsBytes(problem.detail(trace));
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Problem problemFor(Throwable failure, @Nullable String trace) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            // The client left, which the access log says. Nobody reads this answer.
            case AbortedException _ -> forStatus(HttpStatus.BAD_REQUEST);
            case ResponseStatusException refused
            when refused.getStatusCode().is4xxClientError() ->
                forStatus(HttpStatus.valueOf(refused.getStatusCode().value()));
            default -> {
                log.error("A request ended in an error that nobody expected, trace={}", trace, failure);
                yield Problem.of(HttpStatus.INTERNAL_SERVER_ERROR);
            }
        };
    }

    private static Problem forStatus(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> Problem.of(status);
            default -> Problem.of(status, status.name().toLowerCase(Locale.ROOT), status.getReasonPhrase());
        };
    }
}
