/** Power and money take two persons: one asks, and another one confirms or refuses. */
@NullMarked
package io.tiktoken.defaults.decision;

import org.jspecify.annotations.NullMarked;
