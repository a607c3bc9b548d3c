package io.tiktoken.gateway.limit;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.gateway.guard.ClientAddress;
import io.tiktoken.gateway.visit.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts by person or machine once it is known who asks, so that people behind one address do not share. */
@Component
public class CallerLimitFilter implements GatewayFilter {

    private static final String BEARER = "Bearer ";

    private final RateLimits limits;
    private final BearerTokens tokens;
    private final ClientAddress clients;

    CallerLimitFilter(RateLimits limits, BearerTokens tokens, ClientAddress clients) {
        this.limits = limits;
        this.tokens = tokens;
        this.clients = clients;
    }

    /** Whoever has a session was recognised when it was swapped for a token. */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var userId = Visit.userId(exchange);
        if (userId != null) {
            return goOn(new Caller.Person(userId), exchange, chain);
        }
        var token = bearerToken(exchange);
        if (token == null) {
            return goOn(stranger(exchange), exchange, chain);
        }
        return tokens.callerOf(token)
                .doOnNext(caller -> note(exchange, caller))
                .switchIfEmpty(Mono.fromSupplier(() -> stranger(exchange)))
                .flatMap(caller -> goOn(caller, exchange, chain));
    }

    private Mono<Void> goOn(Caller caller, ServerWebExchange exchange, GatewayFilterChain chain) {
        var refusal = count(caller, exchange.getRequest());
        return refusal == null ? chain.filter(exchange) : Mono.error(refusal.exception());
    }

    private Caller stranger(ServerWebExchange exchange) {
        return new Caller.Stranger(clients.networkOf(exchange.getRequest()));
    }

    private static @Nullable String bearerToken(ServerWebExchange exchange) {
        var value = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return value != null && value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? value.substring(BEARER.length()).strip()
                : null;
    }

    private static void note(ServerWebExchange exchange, Caller caller) {
        switch (caller) {
            case Caller.Person(var userId) -> Visit.isFor(exchange, userId);
            case Caller.Machine(var clientId) -> Visit.isFor(exchange, clientId);
            case Caller.Stranger stranger -> {}
        }
    }

    private @Nullable Problem count(Caller caller, ServerHttpRequest request) {
        return switch (caller) {
            case Caller.Person(var userId) -> limits.count(RouteClass.byUser(request), userId);
            case Caller.Machine(var clientId) -> limits.count(RouteClass.MACHINES, clientId);
            case Caller.Stranger(var network) -> limits.count(RouteClass.STRANGERS, network);
        };
    }
}
