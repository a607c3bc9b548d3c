/** Who does what to other people's wallets, and why. */
package io.tiktoken.wallet.audit;
