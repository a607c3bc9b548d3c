/** Money: who has how much, how it moved, and the proof that none was made or lost. */
package io.tiktoken.wallet;
