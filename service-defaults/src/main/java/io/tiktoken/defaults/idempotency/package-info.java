/** The same request twice has one effect and one answer. */
@NullMarked
package io.tiktoken.defaults.idempotency;

import org.jspecify.annotations.NullMarked;
