package io.tiktoken.gateway.session;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.gateway.visit.Endpoint;
import io.tiktoken.gateway.visit.Visit;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives a request the token of the session that its cookie names. A request that brings its own
 * {@code Authorization} speaks for itself and gets nothing added.
 */
@Component
public class SessionFilter implements GatewayFilter {

    private static final Logger log = LoggerFactory.getLogger(SessionFilter.class);
    private static final String COOKIE = "tiktoken_session";
    /** What is longer was never given out, so nobody needs to be asked whose it is. */
    private static final int LONGEST_HANDLE = 200;

    /** After these, sessions of this person are over, or what their tokens say is no longer true. */
    private static final List<Endpoint> CHANGE_SESSIONS = List.of(
            Endpoint.post("/api/auth/logout"),
            Endpoint.post("/api/auth/password"),
            Endpoint.post("/api/auth/totp/confirm"),
            Endpoint.post("/api/auth/totp/disable"),
            Endpoint.delete("/api/auth/sessions"),
            Endpoint.delete("/api/auth/sessions/*"));

    private static final Problem NOBODY_KNOWS = Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "service_unavailable",
                    "We cannot check just now who you are. You are still signed in; please try again.")
            .retryAfter(Duration.ofSeconds(2));

    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var request = exchange.getRequest();
        var handle = handle(request);
        if (handle == null || request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
            return chain.filter(exchange);
        }
        return sessions.exchange(handle)
                .onErrorMap(failure -> unclear(failure, exchange))
                .flatMap(answer -> switch (answer) {
                    case Exchanged.Person person -> forPerson(person, exchange, chain);
                    case Exchanged.Unknown() -> chain.filter(exchange);
                });
    }

    private Mono<Void> forPerson(Exchanged.Person person, ServerWebExchange exchange, GatewayFilterChain chain) {
        Visit.isFor(exchange, person.userId());
        var forOwner = exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(person.accessToken())))
                .build();
        if (CHANGE_SESSIONS.stream().noneMatch(change -> change.isAskedBy(exchange.getRequest()))) {
            return chain.filter(forOwner);
        }
        // When auth-service has answered, before the browser hears of it; and also if it never hears of it.
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> sessions.forgetAllOf(person.userId())));
        return chain.filter(forOwner).doFinally(end -> sessions.forgetAllOf(person.userId()));
    }

    private static Throwable unclear(Throwable failure, ServerWebExchange exchange) {
        log.warn(
                "auth-service did not say whose session this is, the client is asked to repeat: {} trace={}",
                failure.toString(),
                Visit.traceId(exchange));
        return NOBODY_KNOWS.exception();
    }

    private static @Nullable String handle(ServerHttpRequest request) {
        var cookie = request.getCookies().getFirst(COOKIE);
        if (cookie == null || cookie.getValue().isBlank() || cookie.getValue().length() > LONGEST_HANDLE) {
            return null;
        }
        return cookie.getValue();
    }
}
