/** How a person gets an authenticator, and how they get rid of it. */
@NullMarked
package io.tiktoken.auth.secondfactor;

import org.jspecify.annotations.NullMarked;
