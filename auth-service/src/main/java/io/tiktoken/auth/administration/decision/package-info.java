/** What one administrator asked for and another one decides about. */
@NullMarked
package io.tiktoken.auth.administration.decision;

import org.jspecify.annotations.NullMarked;
