/** Money set aside for a purchase until it goes through, falls through or times out; and given back afterwards. */
package io.tiktoken.wallet.reservation;
