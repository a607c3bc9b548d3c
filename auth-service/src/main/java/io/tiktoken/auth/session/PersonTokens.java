package io.tiktoken.auth.session;

import io.tiktoken.auth.key.SigningKeys;
import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.Role;
import io.tiktoken.defaults.security.AccessTokens;
import io.tiktoken.defaults.security.TokenSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Makes the access token with which the gateway speaks for a person, for a few minutes. */
@Component
class PersonTokens {

    private static final Duration LIFETIME = SigningKeys.LONGEST_TOKEN_LIFETIME;
    private static final JwsHeader HEADER =
            JwsHeader.with(SignatureAlgorithm.RS256).type("at+jwt").build();

    private final JwtEncoder encoder;
    private final TokenSettings settings;
    private final Clock clock;

    PersonTokens(JwtEncoder encoder, TokenSettings settings, Clock clock) {
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param sessionEndsAt which the token does not outlive */
    Jwt tokenFor(Credentials credentials, Session session, Instant sessionEndsAt) {
        var user = credentials.user();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS); // What a JWT can express.
        var end = now.plus(LIFETIME);
        var claims = JwtClaimsSet.builder()
                .issuer(settings.issuer().toString())
                .audience(List.of(AccessTokens.API_AUDIENCE))
                .subject(user.id().toString())
                .id(UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(end.isBefore(sessionEndsAt) ? end : sessionEndsAt)
                .claim("preferred_username", user.username().value())
                .claim("name", user.displayName().value())
                .claim("roles", rolesOf(credentials))
                .claim("amr", session.secondFactor() ? List.of("pwd", "otp") : List.of("pwd"))
                .claim("sid", session.id().toString())
                .build();
        return encoder.encode(JwtEncoderParameters.from(HEADER, claims));
    }

    /** A password that somebody else has seen opens no administration. */
    private static List<String> rolesOf(Credentials credentials) {
        return credentials.user().roles().stream()
                .filter(role -> role != Role.ADMIN || !credentials.passwordIsOneTime())
                .map(Role::name)
                .toList();
    }
}
