/** A person's consent, given with the PIN, to one exact movement of money. */
package io.tiktoken.wallet.approval;
