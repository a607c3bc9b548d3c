/** TikTokens from one person to another. */
@NullMarked
package io.tiktoken.wallet.transfer;

import org.jspecify.annotations.NullMarked;
