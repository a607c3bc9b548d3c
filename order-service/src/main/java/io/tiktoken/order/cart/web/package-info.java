/** The cart over HTTP. */
@NullMarked
package io.tiktoken.order.cart.web;

import org.jspecify.annotations.NullMarked;
