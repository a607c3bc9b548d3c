/** What the owner of a wallet sees of the ledger. */
@NullMarked
package io.tiktoken.wallet.statement;

import org.jspecify.annotations.NullMarked;
