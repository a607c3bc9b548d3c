package io.tiktoken.order.order;

import java.util.List;

/** An order and everything that happened to it, oldest first. */
public record OrderWithTimeline(Order order, List<OrderEvent> timeline) {}
