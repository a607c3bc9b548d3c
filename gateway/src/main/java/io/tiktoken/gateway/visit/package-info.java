/** One request and what is known about it, told in one line of the access log. */
package io.tiktoken.gateway.visit;
