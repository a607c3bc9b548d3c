/** Administration over HTTP. */
@NullMarked
package io.tiktoken.auth.administration.web;

import org.jspecify.annotations.NullMarked;
