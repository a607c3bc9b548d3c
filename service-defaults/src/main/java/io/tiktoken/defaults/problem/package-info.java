/** How every service says that something went wrong (RFC 9457). */
@NullMarked
package io.tiktoken.defaults.problem;

import org.jspecify.annotations.NullMarked;
