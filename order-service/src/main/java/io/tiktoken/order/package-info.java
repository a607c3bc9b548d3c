/** Carts, orders and the purchase saga. */
package io.tiktoken.order;
