/** Wallets that must stand still: which way no money may go, who said so, and why. */
@NullMarked
package io.tiktoken.wallet.freeze;

import org.jspecify.annotations.NullMarked;
