/** Anchors over HTTP, for wallet-service. */
@NullMarked
package io.tiktoken.auth.anchor.web;

import org.jspecify.annotations.NullMarked;
