package io.tiktoken.gateway.limit;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts by person or machine once it is known who asks, so that people behind one address do not share. */
@Component
public class CallerLimitFilter implements GatewayFilter {

    private final RateLimits limits;
    private final Callers callers;

    CallerLimitFilter(RateLimits limits, Callers callers) {
        this.limits = limits;
        this.callers = callers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return callers.of(exchange)
                .flatMap(caller -> count(caller, exchange.getRequest()))
                .then(chain.filter(exchange));
    }

    private Mono<Void> count(Caller caller, ServerHttpRequest request) {
        return switch (caller) {
            case Caller.Person(var userId) -> limits.count(RouteClass.byUser(request), userId);
            case Caller.Machine(var clientId) -> limits.count(RouteClass.MACHINES, clientId);
            case Caller.Stranger(var network) -> limits.count(RouteClass.STRANGERS, network);
        };
    }
}
