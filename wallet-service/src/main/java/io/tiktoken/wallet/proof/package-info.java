/** The ledger checked against itself, from its first entry to its last. */
@NullMarked
package io.tiktoken.wallet.proof;

import org.jspecify.annotations.NullMarked;
