/** Requests that no client of ours sends, byte by byte, and what the shop makes of them. */
@NullMarked
package io.tiktoken.system.odd;

import org.jspecify.annotations.NullMarked;
