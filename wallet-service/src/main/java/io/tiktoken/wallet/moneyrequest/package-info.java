/** One person asks another for TikTokens, who pays or refuses. */
package io.tiktoken.wallet.moneyrequest;
