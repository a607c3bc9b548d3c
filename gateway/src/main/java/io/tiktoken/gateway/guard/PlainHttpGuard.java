package io.tiktoken.gateway.guard;

import io.tiktoken.defaults.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Answers what {@link PlainHttpHandler} has refused. */
@Component
@Order(GuardOrder.PLAIN_HTTP)
class PlainHttpGuard implements Guard {

    @Override
    public @Nullable Problem refusalOf(ServerWebExchange exchange) {
        var problem = RefusalHeaders.in(exchange.getRequest());
        if (problem != null && problem.status() == HttpStatus.METHOD_NOT_ALLOWED) {
            exchange.getResponse().getHeaders().setAllow(PlainHttp.METHODS);
        }
        return problem;
    }
}
