/** How this service speaks to its neighbours. */
@NullMarked
package io.tiktoken.wallet.clients;

import org.jspecify.annotations.NullMarked;
