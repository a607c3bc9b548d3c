/** What is refused, removed or added before and after any service is asked. */
@NullMarked
package io.tiktoken.gateway.guard;

import org.jspecify.annotations.NullMarked;
