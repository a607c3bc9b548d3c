/** A person's consent, given with the PIN, to one exact movement of money. */
@NullMarked
package io.tiktoken.wallet.approval;

import org.jspecify.annotations.NullMarked;
