/** The machines that may ask for access tokens, and what their scopes open. */
@NullMarked
package io.tiktoken.auth.client;

import org.jspecify.annotations.NullMarked;
