/** The seven products with which a new shop opens. */
@NullMarked
package io.tiktoken.catalog.seed;

import org.jspecify.annotations.NullMarked;
