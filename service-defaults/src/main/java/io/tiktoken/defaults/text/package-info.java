/** Text that people type. */
@NullMarked
package io.tiktoken.defaults.text;

import org.jspecify.annotations.NullMarked;
