/** What the ledger's nouns look like over HTTP. */
@NullMarked
package io.tiktoken.wallet.ledger.web;

import org.jspecify.annotations.NullMarked;
