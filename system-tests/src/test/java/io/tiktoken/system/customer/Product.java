package io.tiktoken.system.customer;

import java.util.UUID;

/** Something that the shop sells. */
public record Product(UUID id, String name, Money price, long available) {}
