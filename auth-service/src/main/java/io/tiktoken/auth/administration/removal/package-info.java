/** Taking somebody's second factor away: a second administrator confirms it, when there is one. */
@NullMarked
package io.tiktoken.auth.administration.removal;

import org.jspecify.annotations.NullMarked;
