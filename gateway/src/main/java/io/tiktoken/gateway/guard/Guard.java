package io.tiktoken.gateway.guard;

import io.tiktoken.defaults.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** Judges a request by its head, without waiting for anything. Guards are asked in their order ({@link GuardOrder}). */
public interface Guard {

    /** Why it is refused; nothing for a request that may go on. */
    @Nullable
    Problem refusalOf(ServerWebExchange exchange);
}
