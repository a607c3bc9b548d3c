/** Decisions over HTTP. */
@NullMarked
package io.tiktoken.auth.administration.decision.web;

import org.jspecify.annotations.NullMarked;
