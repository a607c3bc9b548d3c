package io.tiktoken.catalog.stock;

import io.tiktoken.catalog.product.ProductId;

/** A product of which more was requested than was available; one that does not exist is available 0 times. */
public record Shortage(ProductId productId, int requested, int available) {}
