/** How many of each product there are, and the reservations that keep two buyers from getting the same one. */
package io.tiktoken.catalog.stock;
