package io.tiktoken.auth.approval;

import java.time.Instant;

/** A person's consent to one operation, sealed: wallet-service moves money only against one, and never twice. */
public record Approval(String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "Approval[expiresAt=" + expiresAt + "]";
    }
}
