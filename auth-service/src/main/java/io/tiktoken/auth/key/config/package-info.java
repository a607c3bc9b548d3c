/** Hands the signing keys to whatever signs and whatever verifies. */
@NullMarked
package io.tiktoken.auth.key.config;

import org.jspecify.annotations.NullMarked;
