package io.tiktoken.auth.session.web;

import java.time.Instant;

/** What the gateway forwards in place of the cookie. */
record ExchangedView(String accessToken, Instant expiresAt) {

    @Override
    public String toString() {
        return "ExchangedView[expiresAt=" + expiresAt + "]";
    }
}
