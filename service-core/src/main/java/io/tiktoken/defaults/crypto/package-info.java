/** Digests and secrets, without anything of a servlet: for whoever stores, compares or configures them. */
package io.tiktoken.defaults.crypto;
