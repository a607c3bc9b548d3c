/** Tables of exchange rates: which are believed, which one serves, and when the next is fetched. */
@NullMarked
package io.tiktoken.fx.rate;

import org.jspecify.annotations.NullMarked;
