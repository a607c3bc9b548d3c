/** Who does what to other people's wallets, and why. */
@NullMarked
package io.tiktoken.wallet.audit;

import org.jspecify.annotations.NullMarked;
