/** Tokens that somebody made up, or made something else of: none of them opens anything. */
@NullMarked
package io.tiktoken.system.forgery;

import org.jspecify.annotations.NullMarked;
