package io.tiktoken.gateway.limit;

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

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return callerOf(exchange)
                .flatMap(caller -> count(caller, exchange.getRequest()))
                .then(chain.filter(exchange));
    }

    /** Whoever has a session was recognised when it was swapped for a token. */
    private Mono<Caller> callerOf(ServerWebExchange exchange) {
        var userId = Visit.userId(exchange);
        if (userId != null) {
            return Mono.just(new Caller.Person(userId));
        }
        var stranger = Mono.<Caller>fromSupplier(() -> new Caller.Stranger(clients.networkOf(exchange.getRequest())));
        var token = bearerToken(exchange);
        return token == null
                ? stranger
                : tokens.callerOf(token)
                        .doOnNext(caller -> note(exchange, caller))
                        .switchIfEmpty(stranger);
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

    private Mono<Void> count(Caller caller, ServerHttpRequest request) {
        return switch (caller) {
            case Caller.Person(var userId) -> limits.count(RouteClass.byUser(request), userId);
            case Caller.Machine(var clientId) -> limits.count(RouteClass.MACHINES, clientId);
            case Caller.Stranger(var network) -> limits.count(RouteClass.STRANGERS, network);
        };
    }
}
