/** Reservations and returns over HTTP, for order-service alone. */
@NullMarked
package io.tiktoken.catalog.stock.web;

import org.jspecify.annotations.NullMarked;
