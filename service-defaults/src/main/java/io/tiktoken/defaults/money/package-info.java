/** Exact amounts of money. */
@NullMarked
package io.tiktoken.defaults.money;

import org.jspecify.annotations.NullMarked;
