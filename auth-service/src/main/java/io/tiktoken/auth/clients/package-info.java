/** How this service speaks to its neighbours. */
@NullMarked
package io.tiktoken.auth.clients;

import org.jspecify.annotations.NullMarked;
