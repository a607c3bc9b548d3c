/** The times that a request may name. */
package io.tiktoken.defaults.time;
