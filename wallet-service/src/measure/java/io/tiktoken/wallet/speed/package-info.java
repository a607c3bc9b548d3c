/** Programs that measure how fast the ledger is; run by hand (see the README), never by the build. */
@NullMarked
package io.tiktoken.wallet.speed;

import org.jspecify.annotations.NullMarked;
