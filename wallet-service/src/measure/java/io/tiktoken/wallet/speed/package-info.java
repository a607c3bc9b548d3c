/** Programs that measure how fast the ledger is; run by hand (see the README), never by the build. */
package io.tiktoken.wallet.speed;
