package io.tiktoken.gateway.guard;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Asks all guards. As filters they would cost more for their places in the reactive chain than for what they look at. */
@Component
@Order(GuardOrder.GUARDS)
class GuardFilter implements WebFilter {

    private final List<Guard> guards;

    GuardFilter(List<Guard> guards) {
        this.guards = guards;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        for (var guard : guards) {
            var refusal = guard.refusalOf(exchange);
            if (refusal != null) {
                return Mono.error(refusal.exception());
            }
        }
        return chain.filter(exchange);
    }
}
