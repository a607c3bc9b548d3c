package io.tiktoken.auth.session.web;

import static java.util.Objects.requireNonNull;

import io.tiktoken.auth.session.SessionId;
import org.springframework.security.oauth2.jwt.Jwt;

/** The session that a person's access token was made from. */
public final class CurrentSession {

    private CurrentSession() {}

    public static SessionId of(Jwt token) {
        return SessionId.of(requireNonNull(token.getClaimAsString("sid"), "sid"));
    }
}
