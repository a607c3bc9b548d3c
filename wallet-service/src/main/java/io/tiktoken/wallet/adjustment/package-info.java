/** Corrections of wallets by administrators: two of them, when there are two. */
package io.tiktoken.wallet.adjustment;
