/** Quotes over HTTP, for customers and for the wallet. */
@NullMarked
package io.tiktoken.fx.quote.web;

import org.jspecify.annotations.NullMarked;
