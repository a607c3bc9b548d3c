package io.tiktoken.auth.client;

import java.util.UUID;

/** Whoever is paid for orders: the shop itself, or a partner. */
public record Merchant(UUID id, String name) {}
