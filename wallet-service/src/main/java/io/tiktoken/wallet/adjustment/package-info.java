/** Corrections of wallets by administrators: two of them, when there are two. */
@NullMarked
package io.tiktoken.wallet.adjustment;

import org.jspecify.annotations.NullMarked;
