/** How the front door says that something went wrong (RFC 9457). */
package io.tiktoken.gateway.problem;
