/** What the owner of a wallet sees of the ledger. */
package io.tiktoken.wallet.statement;
