/** Wiring: timers, what operators see. */
@NullMarked
package io.tiktoken.fx.config;

import org.jspecify.annotations.NullMarked;
