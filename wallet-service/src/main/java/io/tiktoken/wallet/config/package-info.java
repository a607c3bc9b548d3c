/** What wires the parts together: what runs by the clock. */
@NullMarked
package io.tiktoken.wallet.config;

import org.jspecify.annotations.NullMarked;
