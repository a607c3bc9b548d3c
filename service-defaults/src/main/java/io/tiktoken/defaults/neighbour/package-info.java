/** Calling a neighbour: what its answers mean, how long it is waited for, and when it is left alone. */
@NullMarked
package io.tiktoken.defaults.neighbour;

import org.jspecify.annotations.NullMarked;
