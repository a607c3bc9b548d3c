/** Freezing over HTTP, for administrators. */
@NullMarked
package io.tiktoken.wallet.freeze.web;

import org.jspecify.annotations.NullMarked;
