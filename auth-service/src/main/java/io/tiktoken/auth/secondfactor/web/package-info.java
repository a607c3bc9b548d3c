/** The life of an authenticator over HTTP. */
@NullMarked
package io.tiktoken.auth.secondfactor.web;

import org.jspecify.annotations.NullMarked;
