/** The times that a request may name. */
@NullMarked
package io.tiktoken.defaults.time;

import org.jspecify.annotations.NullMarked;
