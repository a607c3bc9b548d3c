/** Wires the service: how passwords are hashed, and what runs by the clock. */
@NullMarked
package io.tiktoken.auth.config;

import org.jspecify.annotations.NullMarked;
