/** Paying for an order over HTTP. */
@NullMarked
package io.tiktoken.order.purchase.web;

import org.jspecify.annotations.NullMarked;
