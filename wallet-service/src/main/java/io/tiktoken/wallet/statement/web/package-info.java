/** The wallet and its history over HTTP. */
@NullMarked
package io.tiktoken.wallet.statement.web;

import org.jspecify.annotations.NullMarked;
