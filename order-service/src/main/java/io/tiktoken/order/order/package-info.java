/** What was agreed to be bought, for how much, and what became of it. */
@NullMarked
package io.tiktoken.order.order;

import org.jspecify.annotations.NullMarked;
