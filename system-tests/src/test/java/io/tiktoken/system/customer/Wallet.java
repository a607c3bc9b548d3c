package io.tiktoken.system.customer;

/** What a customer has, and how much of it is promised to a purchase under way. */
public record Wallet(Money balance, Money reserved, Money available) {}
