/** How every service says that something went wrong (RFC 9457). */
package io.tiktoken.defaults.problem;
