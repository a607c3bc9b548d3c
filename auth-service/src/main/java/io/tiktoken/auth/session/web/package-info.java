/** Log-in, log-out and the exchange of handles over HTTP. */
@NullMarked
package io.tiktoken.auth.session.web;

import org.jspecify.annotations.NullMarked;
