/** TikTokens from one person to another. */
package io.tiktoken.wallet.transfer;
