/** The keys that sign access tokens, and the key that seals what must rest unreadable in the database. */
@NullMarked
package io.tiktoken.auth.key;

import org.jspecify.annotations.NullMarked;
