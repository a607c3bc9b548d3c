/** What others must hear of, at least once, although they may be away when it happens. */
@NullMarked
package io.tiktoken.defaults.outbox;

import org.jspecify.annotations.NullMarked;
