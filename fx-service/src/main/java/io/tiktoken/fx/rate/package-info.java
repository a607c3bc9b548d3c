/** Tables of exchange rates: which are believed, which one serves, and when the next is fetched. */
package io.tiktoken.fx.rate;
