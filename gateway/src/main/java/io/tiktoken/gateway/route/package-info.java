/** Which path leads to which service, and what is said when that service gives no answer. */
package io.tiktoken.gateway.route;
