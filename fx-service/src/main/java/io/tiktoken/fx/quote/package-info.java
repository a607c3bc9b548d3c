/** Quotes: a price in TikTokens that holds for some minutes and is used at most once. */
@NullMarked
package io.tiktoken.fx.quote;

import org.jspecify.annotations.NullMarked;
