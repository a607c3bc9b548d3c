/** How the second factor is spoken of over HTTP. */
@NullMarked
package io.tiktoken.auth.totp.web;

import org.jspecify.annotations.NullMarked;
