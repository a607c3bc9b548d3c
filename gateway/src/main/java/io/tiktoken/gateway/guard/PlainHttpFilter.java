package io.tiktoken.gateway.guard;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers what {@link PlainHttpHandler} has refused. */
@Component
@Order(GuardOrder.PLAIN_HTTP)
class PlainHttpFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var problem = RefusalHeaders.in(exchange.getRequest());
        if (problem == null) {
            return chain.filter(exchange);
        }
        if (problem.status() == HttpStatus.METHOD_NOT_ALLOWED) {
            exchange.getResponse().getHeaders().setAllow(PlainHttp.METHODS);
        }
        return Mono.error(problem.exception());
    }
}
