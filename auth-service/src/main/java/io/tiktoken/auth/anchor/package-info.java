/** Keeps the ledger's heads, so that a ledger whose end was cut off is noticed. */
package io.tiktoken.auth.anchor;
