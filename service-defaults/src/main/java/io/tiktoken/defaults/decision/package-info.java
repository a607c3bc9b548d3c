/** Power and money take two persons: one asks, and another one confirms or refuses. */
package io.tiktoken.defaults.decision;
