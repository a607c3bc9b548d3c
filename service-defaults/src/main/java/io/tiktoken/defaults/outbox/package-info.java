/** What others must hear of, at least once, although they may be away when it happens. */
package io.tiktoken.defaults.outbox;
