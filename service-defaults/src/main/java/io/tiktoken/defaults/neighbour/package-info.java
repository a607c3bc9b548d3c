/** Calling a neighbour: what its answers mean, how long it is waited for, and when it is left alone. */
package io.tiktoken.defaults.neighbour;
