/** How the front door says that something went wrong (RFC 9457). */
@NullMarked
package io.tiktoken.gateway.problem;

import org.jspecify.annotations.NullMarked;
