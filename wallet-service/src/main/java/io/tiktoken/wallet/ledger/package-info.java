/** The double-entry ledger: accounts, and a journal of entries that are written once and never changed. */
package io.tiktoken.wallet.ledger;
