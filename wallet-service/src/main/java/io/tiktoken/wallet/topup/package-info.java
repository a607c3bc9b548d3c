/** Money coming in: from the promise to charge a card to the credit on the wallet. */
package io.tiktoken.wallet.topup;
