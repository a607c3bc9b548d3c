package io.tiktoken.defaults.security;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The person on whose behalf a request is made, as their access token says. A controller takes it as an argument.
 *
 * @param name the display name
 */
public record Person(UUID id, String username, String name) {

    static Person of(Jwt token) {
        return new Person(
                UUID.fromString(token.getSubject()), claim(token, "preferred_username"), claim(token, "name"));
    }

    private static String claim(Jwt token, String name) {
        return requireNonNull(token.getClaimAsString(name), name);
    }
}
