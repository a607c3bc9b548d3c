/** The ledger's head on somebody else's record, so that a journal whose end was cut off is noticed. */
@NullMarked
package io.tiktoken.wallet.anchor;

import org.jspecify.annotations.NullMarked;
