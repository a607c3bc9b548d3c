/** Who may call: two audiences, two filter chains, deny by default. */
@NullMarked
package io.tiktoken.defaults.security;

import org.jspecify.annotations.NullMarked;
