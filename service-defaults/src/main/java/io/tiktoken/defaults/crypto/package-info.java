/** Digests and secrets, without anything of a servlet: for whoever stores, compares or configures them. */
@NullMarked
package io.tiktoken.defaults.crypto;

import org.jspecify.annotations.NullMarked;
