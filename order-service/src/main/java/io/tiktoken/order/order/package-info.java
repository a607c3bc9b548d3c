/** What was agreed to be bought, for how much, and what became of it. */
package io.tiktoken.order.order;
