/** Money requests over HTTP. */
@NullMarked
package io.tiktoken.wallet.moneyrequest.web;

import org.jspecify.annotations.NullMarked;
