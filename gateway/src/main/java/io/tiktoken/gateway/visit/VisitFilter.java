package io.tiktoken.gateway.visit;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Marks what comes through the front door, before anything can refuse it. The management port has the same
 * filters but a context of its own, and what an operator's machinery asks there every few seconds is no visit.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class VisitFilter implements WebFilter {

    private final ApplicationContext frontDoor;

    VisitFilter(ApplicationContext frontDoor) {
        this.frontDoor = frontDoor;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (frontDoor.equals(exchange.getApplicationContext())) {
            Visit.begin(exchange);
        }
        return chain.filter(exchange);
    }
}
