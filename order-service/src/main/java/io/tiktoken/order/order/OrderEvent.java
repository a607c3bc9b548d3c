package io.tiktoken.order.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of an order's status.
 *
 * @param reason why, where the status alone does not say it: {@code out_of_stock}
 */
public record OrderEvent(
        OrderStatus status, Instant at, @Nullable String reason) {}
