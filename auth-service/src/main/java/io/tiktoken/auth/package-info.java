/** Who you are, and what you approved. */
@NullMarked
package io.tiktoken.auth;

import org.jspecify.annotations.NullMarked;
