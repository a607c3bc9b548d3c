/** Adjustments over HTTP, for administrators. */
@NullMarked
package io.tiktoken.wallet.adjustment.web;

import org.jspecify.annotations.NullMarked;
