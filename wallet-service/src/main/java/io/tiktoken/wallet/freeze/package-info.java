/** Wallets that must stand still: which way no money may go, who said so, and why. */
package io.tiktoken.wallet.freeze;
