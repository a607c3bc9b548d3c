/** The same request twice has one effect and one answer. */
package io.tiktoken.defaults.idempotency;
