package io.tiktoken.auth.client;

import io.tiktoken.defaults.security.TokenSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/**
 * The tokens with which this service calls a neighbour. It issues everybody's, so it asks nobody for its own: there is no
 * secret for them. Each is made for one call.
 */
@Component
public class OwnTokens {

    private static final String THIS_SERVICE = "auth-service";
    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final JwsHeader HEADER =
            JwsHeader.with(SignatureAlgorithm.RS256).type("at+jwt").build();

    private final JwtEncoder encoder;
    private final TokenSettings settings;
    private final Clock clock;

    OwnTokens(JwtEncoder encoder, TokenSettings settings, Clock clock) {
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    /** For wallet-service, to end somebody's approvals there. */
    public String toRevokeApprovals() {
        return tokenFor(Scope.APPROVALS_REVOKE);
    }

    private String tokenFor(Scope scope) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS); // What a JWT can express.
        var claims = JwtClaimsSet.builder()
                .issuer(settings.issuer().toString())
                .audience(List.of(scope.audience()))
                .subject(THIS_SERVICE)
                .id(UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .claim("client_id", THIS_SERVICE)
                .claim("scope", scope.value())
                .build();
        return encoder.encode(JwtEncoderParameters.from(HEADER, claims)).getTokenValue();
    }
}
