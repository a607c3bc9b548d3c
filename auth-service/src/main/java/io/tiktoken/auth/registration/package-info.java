/** How a person comes to be known here, and how they come back after losing the password. */
@NullMarked
package io.tiktoken.auth.registration;

import org.jspecify.annotations.NullMarked;
