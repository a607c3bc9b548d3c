/** Keeps the ledger's heads, so that a ledger whose end was cut off is noticed. */
@NullMarked
package io.tiktoken.auth.anchor;

import org.jspecify.annotations.NullMarked;
