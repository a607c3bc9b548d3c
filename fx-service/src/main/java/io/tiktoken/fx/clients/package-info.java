/** The providers of exchange rates, and how they are kept from doing harm. */
@NullMarked
package io.tiktoken.fx.clients;

import org.jspecify.annotations.NullMarked;
