/** How many of each product there are, and the reservations that keep two buyers from getting the same one. */
@NullMarked
package io.tiktoken.catalog.stock;

import org.jspecify.annotations.NullMarked;
