/** Money: who has how much, how it moved, and the proof that none was made or lost. */
@NullMarked
package io.tiktoken.wallet;

import org.jspecify.annotations.NullMarked;
