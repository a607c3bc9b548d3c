/** Wiring: the timer of the expiry sweep. */
@NullMarked
package io.tiktoken.catalog.config;

import org.jspecify.annotations.NullMarked;
