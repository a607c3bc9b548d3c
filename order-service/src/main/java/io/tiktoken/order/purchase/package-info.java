/** Paying for an order: the saga that moves stock and money together, whatever breaks meanwhile. */
package io.tiktoken.order.purchase;
