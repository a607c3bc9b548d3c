/** The double-entry ledger: accounts, and a journal of entries that are written once and never changed. */
@NullMarked
package io.tiktoken.wallet.ledger;

import org.jspecify.annotations.NullMarked;
