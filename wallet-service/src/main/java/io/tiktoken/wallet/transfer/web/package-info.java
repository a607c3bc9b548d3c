/** Transfers over HTTP. */
@NullMarked
package io.tiktoken.wallet.transfer.web;

import org.jspecify.annotations.NullMarked;
