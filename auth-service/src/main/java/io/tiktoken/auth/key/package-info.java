/** The keys that sign access tokens, sealed while they rest in the database. */
@NullMarked
package io.tiktoken.auth.key;

import org.jspecify.annotations.NullMarked;
