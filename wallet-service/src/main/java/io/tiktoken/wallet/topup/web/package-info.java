/** Top-ups over HTTP; no card number gets past here. */
@NullMarked
package io.tiktoken.wallet.topup.web;

import org.jspecify.annotations.NullMarked;
