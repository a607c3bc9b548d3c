/** The proof over HTTP, for anyone. */
@NullMarked
package io.tiktoken.wallet.proof.web;

import org.jspecify.annotations.NullMarked;
