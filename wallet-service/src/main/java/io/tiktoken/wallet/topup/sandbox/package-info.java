/** A card processor for trying things out, which moves no real money. */
@NullMarked
package io.tiktoken.wallet.topup.sandbox;

import org.jspecify.annotations.NullMarked;
