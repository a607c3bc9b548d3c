/** Replaces the signing keys, on demand and by their age, so that no token notices. */
@NullMarked
package io.tiktoken.auth.rotation;

import org.jspecify.annotations.NullMarked;
