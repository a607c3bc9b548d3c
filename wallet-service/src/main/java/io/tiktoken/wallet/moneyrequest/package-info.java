/** One person asks another for TikTokens, who pays or refuses. */
@NullMarked
package io.tiktoken.wallet.moneyrequest;

import org.jspecify.annotations.NullMarked;
