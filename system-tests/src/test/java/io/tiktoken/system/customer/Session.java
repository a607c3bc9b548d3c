package io.tiktoken.system.customer;

import java.util.UUID;

/** One place where a customer is logged in. */
public record Session(UUID id, String device, boolean current, boolean secondFactor) {}
