package io.tiktoken.order.order;

import java.util.UUID;

/** Who is paid for an order. */
public record Merchant(UUID id, String name) {}
