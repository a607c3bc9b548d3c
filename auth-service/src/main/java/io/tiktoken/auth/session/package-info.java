/** Who is logged in: session handles, and the short-lived tokens that they are exchanged for. */
@NullMarked
package io.tiktoken.auth.session;

import org.jspecify.annotations.NullMarked;
