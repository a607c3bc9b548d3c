/** Which path leads to which service, and what is said when that service gives no answer. */
@NullMarked
package io.tiktoken.gateway.route;

import org.jspecify.annotations.NullMarked;
