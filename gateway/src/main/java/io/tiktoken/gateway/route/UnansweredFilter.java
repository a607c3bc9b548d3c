package io.tiktoken.gateway.route;

import io.tiktoken.gateway.visit.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers for a service that gave no answer itself. */
@Component
class UnansweredFilter implements GatewayFilter {

    private static final Logger log = LoggerFactory.getLogger(UnansweredFilter.class);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).onErrorMap(failure -> {
            var silence = Silence.in(failure);
            if (silence == null) {
                return failure;
            }
            var problem = silence.toldAfter(exchange.getRequest().getMethod());
            Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
            log.warn(
                    "{} gave no answer ({}) and the client is told {} {}: {} trace={}",
                    route.getUri(),
                    silence,
                    problem.status().value(),
                    problem.code(),
                    failure.toString(),
                    Visit.traceId(exchange));
            return problem.exception();
        });
    }
}
