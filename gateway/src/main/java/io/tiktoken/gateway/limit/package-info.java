/** How often somebody may ask for something. */
@NullMarked
package io.tiktoken.gateway.limit;

import org.jspecify.annotations.NullMarked;
