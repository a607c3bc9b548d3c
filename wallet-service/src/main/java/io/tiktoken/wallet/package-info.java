/** Money: the ledger. */
@NullMarked
package io.tiktoken.wallet;

import org.jspecify.annotations.NullMarked;
