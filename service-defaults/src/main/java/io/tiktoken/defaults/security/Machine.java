package io.tiktoken.defaults.security;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The machine client or, under {@code /internal/}, the service that makes a request, as its access token says. A
 * controller takes it as an argument.
 *
 * @param clientId of a service, its name
 * @param merchantId whose client it is; null for all but a merchant's
 * @param kioskId which kiosk it is; null for all but kiosks
 */
public record Machine(
        String clientId,
        Set<String> scopes,
        @Nullable UUID merchantId,
        @Nullable UUID kioskId) {

    static Machine of(Jwt token) {
        return new Machine(
                requireNonNull(token.getSubject()), scopes(token), id(token, "merchant_id"), id(token, "kiosk_id"));
    }

    private static Set<String> scopes(Jwt token) {
        var scope = token.getClaimAsString("scope");
        return scope == null ? Set.of() : Arrays.stream(scope.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable UUID id(Jwt token, String claim) {
        var id = token.getClaimAsString(claim);
        return id == null ? null : UUID.fromString(id);
    }
}
