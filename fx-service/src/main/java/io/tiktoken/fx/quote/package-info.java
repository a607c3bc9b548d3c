/** Quotes: a price in TikTokens that holds for some minutes and is used at most once. */
package io.tiktoken.fx.quote;
