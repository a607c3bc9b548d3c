package io.tiktoken.defaults.security;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The person on whose behalf a request is made, as their access token says. A controller takes it as an argument.
 *
 * @param name the display name
 * @param session the session that the token was made from ({@code sid})
 */
public record Person(UUID id, String username, String name, UUID session) {

    static Person of(Jwt token) {
        return new Person(
                UUID.fromString(token.getSubject()),
                claim(token, "preferred_username"),
                claim(token, "name"),
                UUID.fromString(claim(token, "sid")));
    }

    private static String claim(Jwt token, String name) {
        return requireNonNull(token.getClaimAsString(name), name);
    }
}
