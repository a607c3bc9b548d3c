/** What is refused, removed or added before and after any service is asked. */
package io.tiktoken.gateway.guard;
