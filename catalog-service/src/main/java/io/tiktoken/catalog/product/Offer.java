package io.tiktoken.catalog.product;

/**
 * A product as it can be bought at this moment.
 *
 * @param available how many nobody has bought or reserved yet
 */
public record Offer(Product product, int available) {}
