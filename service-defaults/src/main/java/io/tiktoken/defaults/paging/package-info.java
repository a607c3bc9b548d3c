/** Lists in pages, newest first. */
@NullMarked
package io.tiktoken.defaults.paging;

import org.jspecify.annotations.NullMarked;
