package io.tiktoken.auth.anchor;

import io.tiktoken.defaults.security.TokenSettings;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Signs what was put on record, so that whoever holds the receipt can show it. It opens nothing: its type is its own. */
@Component
class AnchorReceipts {

    private static final JwsHeader HEADER =
            JwsHeader.with(SignatureAlgorithm.RS256).type("ledger-anchor+jwt").build();

    private final JwtEncoder encoder;
    private final TokenSettings settings;

    AnchorReceipts(JwtEncoder encoder, TokenSettings settings) {
        this.encoder = encoder;
        this.settings = settings;
    }

    String of(Anchor anchor) {
        var claims = JwtClaimsSet.builder()
                .issuer(settings.issuer().toString())
                .issuedAt(anchor.anchoredAt())
                .claim("height", anchor.height())
                .claim("hash", anchor.hash())
                .build();
        return encoder.encode(JwtEncoderParameters.from(HEADER, claims)).getTokenValue();
    }
}
