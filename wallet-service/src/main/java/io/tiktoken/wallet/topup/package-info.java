/** Money coming in: from the promise to charge a card to the credit on the wallet. */
@NullMarked
package io.tiktoken.wallet.topup;

import org.jspecify.annotations.NullMarked;
