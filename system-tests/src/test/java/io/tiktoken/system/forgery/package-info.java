/** Tokens that somebody made up, or made something else of: none of them opens anything. */
package io.tiktoken.system.forgery;
