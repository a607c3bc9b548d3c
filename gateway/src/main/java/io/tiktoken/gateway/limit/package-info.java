/** How often somebody may ask for something. */
package io.tiktoken.gateway.limit;
