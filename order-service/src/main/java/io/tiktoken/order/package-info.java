/** Carts, orders and the purchase saga. */
@NullMarked
package io.tiktoken.order;

import org.jspecify.annotations.NullMarked;
