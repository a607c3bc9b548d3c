/** Who you are, and what you approved. */
package io.tiktoken.auth;
