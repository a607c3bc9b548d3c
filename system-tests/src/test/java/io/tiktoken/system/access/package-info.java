/** Who may call what: every endpoint, tried by every kind of caller. */
@NullMarked
package io.tiktoken.system.access;

import org.jspecify.annotations.NullMarked;
