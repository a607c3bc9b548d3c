/** What wires the parts together: who may call what, and what runs by the clock. */
@NullMarked
package io.tiktoken.wallet.config;

import org.jspecify.annotations.NullMarked;
