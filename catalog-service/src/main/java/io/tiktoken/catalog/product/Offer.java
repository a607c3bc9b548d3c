package io.tiktoken.catalog.product;

import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * A product as it can be bought at this moment.
 *
 * @param available how many nobody has bought or reserved yet
 */
public record Offer(@Embedded(onEmpty = OnEmpty.USE_NULL) Product product, int available) {}
