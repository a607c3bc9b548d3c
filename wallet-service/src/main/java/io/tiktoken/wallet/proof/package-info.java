/** The ledger checked against itself, from its first entry to its last. */
package io.tiktoken.wallet.proof;
