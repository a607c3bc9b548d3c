/** Wires the service: who may call which path, and how passwords are hashed. */
@NullMarked
package io.tiktoken.auth.config;

import org.jspecify.annotations.NullMarked;
