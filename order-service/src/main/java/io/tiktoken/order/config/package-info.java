/** Wiring: what runs by itself. */
@NullMarked
package io.tiktoken.order.config;

import org.jspecify.annotations.NullMarked;
