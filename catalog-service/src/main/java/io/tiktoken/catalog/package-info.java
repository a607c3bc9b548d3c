/** Products, their pictures and their stock. */
@NullMarked
package io.tiktoken.catalog;

import org.jspecify.annotations.NullMarked;
