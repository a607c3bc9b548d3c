package io.tiktoken.gateway.limit;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.gateway.guard.ClientAddress;
import io.tiktoken.gateway.guard.Guard;
import io.tiktoken.gateway.guard.GuardOrder;
import io.tiktoken.gateway.visit.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Counts by address, before a body is read or anybody is asked who this is. */
@Component
@Order(GuardOrder.RATE_LIMITS)
class AddressLimitGuard implements Guard {

    private final RateLimits limits;
    private final ClientAddress clients;

    AddressLimitGuard(RateLimits limits, ClientAddress clients) {
        this.limits = limits;
        this.clients = clients;
    }

    @Override
    public @Nullable Problem refusalOf(ServerWebExchange exchange) {
        if (!Visit.isOne(exchange)) {
            return null;
        }
        var request = exchange.getRequest();
        var network = clients.networkOf(request);
        var refusal = limits.count(RouteClass.EVERYTHING, network);
        var itsClass = RouteClass.byAddress(request);
        return refusal == null && itsClass.isPresent() ? limits.count(itsClass.get(), network) : refusal;
    }
}
