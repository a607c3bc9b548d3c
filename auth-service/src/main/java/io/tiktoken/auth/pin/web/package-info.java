/** A new PIN over HTTP. */
@NullMarked
package io.tiktoken.auth.pin.web;

import org.jspecify.annotations.NullMarked;
