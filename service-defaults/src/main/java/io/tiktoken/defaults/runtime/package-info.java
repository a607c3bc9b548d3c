/** What a service takes from its surroundings: time, ids, limits, defaults for every setting. */
@NullMarked
package io.tiktoken.defaults.runtime;

import org.jspecify.annotations.NullMarked;
