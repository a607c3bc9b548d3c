/** What a customer means to buy, at today's prices. */
package io.tiktoken.order.cart;
