package io.tiktoken.gateway.limit;

import io.tiktoken.gateway.guard.ClientAddress;
import io.tiktoken.gateway.guard.GuardOrder;
import io.tiktoken.gateway.visit.Visit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts by address, before a body is read or anybody is asked who this is. */
@Component
@Order(GuardOrder.RATE_LIMITS)
class AddressLimitFilter implements WebFilter {

    private final RateLimits limits;
    private final ClientAddress clients;

    AddressLimitFilter(RateLimits limits, ClientAddress clients) {
        this.limits = limits;
        this.clients = clients;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!Visit.isOne(exchange)) {
            return chain.filter(exchange);
        }
        var request = exchange.getRequest();
        var network = clients.networkOf(request);
        var ofItsClass = RouteClass.byAddress(request)
                .map(routeClass -> limits.count(routeClass, network))
                .orElseGet(Mono::empty);
        return limits.count(RouteClass.EVERYTHING, network).then(ofItsClass).then(chain.filter(exchange));
    }
}
