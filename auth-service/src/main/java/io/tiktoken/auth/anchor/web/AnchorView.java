package io.tiktoken.auth.anchor.web;

import io.tiktoken.auth.anchor.Anchor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is on record.
 *
 * @param receipt a JWS that says so, for whoever put it there
 */
record AnchorView(
        long height,
        String hash,
        Instant anchoredAt,
        @Nullable String receipt) {

    static AnchorView of(Anchor anchor, @Nullable String receipt) {
        return new AnchorView(anchor.height(), anchor.hash(), anchor.anchoredAt(), receipt);
    }
}
