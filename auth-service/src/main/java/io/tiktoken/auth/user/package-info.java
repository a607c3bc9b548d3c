/** People: their names, how others see them, and their passwords. */
@NullMarked
package io.tiktoken.auth.user;

import org.jspecify.annotations.NullMarked;
