/** Requests that no client of ours sends, byte by byte, and what the shop makes of them. */
package io.tiktoken.system.odd;
