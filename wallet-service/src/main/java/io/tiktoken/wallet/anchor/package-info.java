/** The ledger's head on somebody else's record, so that a journal whose end was cut off is noticed. */
package io.tiktoken.wallet.anchor;
