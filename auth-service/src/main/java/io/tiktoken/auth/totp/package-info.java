/** The second factor: authenticators that show a new code every half minute, and the recovery codes beside them. */
@NullMarked
package io.tiktoken.auth.totp;

import org.jspecify.annotations.NullMarked;
