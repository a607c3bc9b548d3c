/** How much a wallet may hold and spend, so that what a thief or a mistake can cost stays bounded. */
package io.tiktoken.wallet.limit;
