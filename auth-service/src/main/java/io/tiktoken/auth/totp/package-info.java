/** The second factor: authenticators that show a new code every half minute, and the recovery codes beside them. */
package io.tiktoken.auth.totp;
