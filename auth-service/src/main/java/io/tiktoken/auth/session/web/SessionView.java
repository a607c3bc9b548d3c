package io.tiktoken.auth.session.web;

import io.tiktoken.auth.session.Session;
import io.tiktoken.auth.session.SessionId;
import java.time.Instant;
import java.util.UUID;

/**
 * What a person sees of one of their sessions.
 *
 * @param current whether it is the one that they are looking through
 */
record SessionView(
        UUID id, String device, Instant createdAt, Instant lastUsedAt, boolean current, boolean secondFactor) {

    static SessionView of(Session session, SessionId current) {
        return new SessionView(
                session.id().value(),
                session.device().value(),
                session.createdAt(),
                session.lastUsedAt(),
                session.id().equals(current),
                session.secondFactor());
    }
}
