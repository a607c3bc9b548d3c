/** Removals of second factors over HTTP. */
@NullMarked
package io.tiktoken.auth.administration.removal.web;

import org.jspecify.annotations.NullMarked;
