/** Watches over the signing keys by the clock. */
@NullMarked
package io.tiktoken.auth.rotation.config;

import org.jspecify.annotations.NullMarked;
