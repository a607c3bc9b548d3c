package io.tiktoken.system.customer;

import java.util.UUID;

/** One line of a customer's history; the amount is negative when money went away. */
public record Transaction(UUID id, String type, Money amount, Money balanceAfter, Object counterparty) {}
