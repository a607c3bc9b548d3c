/** The six digits with which a person approves; guessing them is stopped by counting. */
@NullMarked
package io.tiktoken.auth.pin;

import org.jspecify.annotations.NullMarked;
