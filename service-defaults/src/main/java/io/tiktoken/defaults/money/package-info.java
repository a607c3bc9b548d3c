/** Exact amounts of money. */
package io.tiktoken.defaults.money;
