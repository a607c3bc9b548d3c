/** A card processor for trying things out, which moves no real money. */
package io.tiktoken.wallet.topup.sandbox;
