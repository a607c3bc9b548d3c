package io.tiktoken.catalog.stock.web;

import java.util.UUID;

/** A return that was accepted. */
record ReturnView(UUID id, UUID reservationId) {}
