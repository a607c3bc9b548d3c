package io.tiktoken.catalog.product;

import io.tiktoken.catalog.stock.ReserveStock;

/** Breaks a rule on purpose, so that a rule which can no longer fail is noticed. */
public class ReservesByItself {

    ReserveStock reserveStock;
}
