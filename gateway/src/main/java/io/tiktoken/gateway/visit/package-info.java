/** One request and what is known about it, told in one line of the access log. */
@NullMarked
package io.tiktoken.gateway.visit;

import org.jspecify.annotations.NullMarked;
