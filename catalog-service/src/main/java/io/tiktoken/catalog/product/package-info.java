/** What the shop sells: products, what they look like, and how to find them. */
@NullMarked
package io.tiktoken.catalog.product;

import org.jspecify.annotations.NullMarked;
