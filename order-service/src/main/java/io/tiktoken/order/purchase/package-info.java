/** Paying for an order: the saga that moves stock and money together, whatever breaks meanwhile. */
@NullMarked
package io.tiktoken.order.purchase;

import org.jspecify.annotations.NullMarked;
