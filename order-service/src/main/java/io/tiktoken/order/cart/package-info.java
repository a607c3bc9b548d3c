/** What a customer means to buy, at today's prices. */
@NullMarked
package io.tiktoken.order.cart;

import org.jspecify.annotations.NullMarked;
