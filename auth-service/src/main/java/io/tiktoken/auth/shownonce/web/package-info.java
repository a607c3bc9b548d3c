/** How a lost answer is asked for again over HTTP: the same request with the same Idempotency-Key. */
@NullMarked
package io.tiktoken.auth.shownonce.web;

import org.jspecify.annotations.NullMarked;
