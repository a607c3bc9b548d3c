package io.tiktoken.auth.approval;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tiktoken.auth.approval.Operation.Purchase;
import io.tiktoken.auth.approval.Operation.Transfer;
import io.tiktoken.auth.approval.Payees.Payee;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.runtime.Ids;
import io.tiktoken.defaults.security.TokenSettings;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Writes down who approved what, so that changing any part of it is noticed. */
@Component
class ApprovalSeal {

    private static final String AUDIENCE = "approval";
    private static final JWSHeader HEADER = new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(new JOSEObjectType("approval+jwt"))
            .build();

    private final JWSSigner signer;
    private final ApprovalSettings settings;
    private final TokenSettings tokens;
    private final Ids ids;
    private final Clock clock;

    ApprovalSeal(ApprovalSettings settings, TokenSettings tokens, Ids ids, Clock clock) {
        this.signer = signerWith(settings);
        this.settings = settings;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param generation of the giver's approvals, as it was in the write that recorded this one */
    Approval seal(UserId giver, long generation, Operation operation, Payee payee) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS); // What a JWT can express.
        var expiresAt = now.plus(settings.lifetime());
        var claims = new JWTClaimsSet.Builder()
                .issuer(tokens.issuer().toString())
                .audience(AUDIENCE)
                .subject(giver.toString())
                .jwtID(ids.next().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .claim("generation", generation)
                .claim("payee_id", payee.id().toString())
                .claim("payee_username", payee.username())
                .claim("payee_name", payee.name())
                .claim("amount", operation.amount().amount())
                .claim("currency", operation.amount().currency().code());
        switch (operation) {
            case Transfer _ -> claims.claim("operation", "transfer");
            case Purchase purchase ->
                claims.claim("operation", "purchase")
                        .claim("order_id", purchase.orderId().toString());
        }
        return new Approval(signed(claims.build()), expiresAt);
    }

    private String signed(JWTClaimsSet claims) {
        var token = new SignedJWT(HEADER, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("HMAC is part of every Java", e);
        }
        return token.serialize();
    }

    private static JWSSigner signerWith(ApprovalSettings settings) {
        try {
            return new MACSigner(settings.key().toKey("HmacSHA256"));
        } catch (JOSEException e) {
            throw new IllegalStateException("32 bytes are enough for HS256", e);
        }
    }
}
