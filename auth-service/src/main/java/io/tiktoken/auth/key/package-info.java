/** The keys that sign access tokens, and the key that seals what must rest unreadable in the database. */
package io.tiktoken.auth.key;
