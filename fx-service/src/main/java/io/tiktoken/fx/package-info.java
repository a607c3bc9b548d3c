/** Exchange rates and quotes that hold. */
@NullMarked
package io.tiktoken.fx;

import org.jspecify.annotations.NullMarked;
