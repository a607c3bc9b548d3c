/** Money set aside for a purchase until it goes through, falls through or times out; and given back afterwards. */
@NullMarked
package io.tiktoken.wallet.reservation;

import org.jspecify.annotations.NullMarked;
