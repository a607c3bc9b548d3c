package io.tiktoken.wallet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.reservation.ReserveFunds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;

/** Approvals as auth-service would make them, and others that it never would. */
public final class TestApprovals {

    /** What config/application.yml of the tests holds in base64. */
    public static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private TestApprovals() {}

    public static String of(ReserveFunds.Request request, Instant expiresAt) {
        return of(
                request.customer().value(),
                request.payee().value(),
                request.amount(),
                request.order().value(),
                expiresAt,
                _ -> {});
    }

    /** One with this id, which is good for one effect. */
    public static String of(ReserveFunds.Request request, UUID id, Instant expiresAt) {
        return of(
                request.customer().value(),
                request.payee().value(),
                request.amount(),
                request.order().value(),
                expiresAt,
                claims -> claims.jwtID(id.toString()));
    }

    /** One from that generation of the person's approvals; those without a number are from the very first. */
    public static String of(ReserveFunds.Request request, long generation, Instant expiresAt) {
        return of(
                request.customer().value(),
                request.payee().value(),
                request.amount(),
                request.order().value(),
                expiresAt,
                claims -> claims.claim("generation", generation));
    }

    /** For a transfer to somebody called Bob. */
    public static String ofTransfer(UUID sender, UUID receiver, String username, Money amount, Instant expiresAt) {
        return ofTransfer(UUID.randomUUID(), sender, receiver, username, amount, expiresAt);
    }

    /** One with this id, which will be the transfer's. */
    public static String ofTransfer(
            UUID id, UUID sender, UUID receiver, String username, Money amount, Instant expiresAt) {
        return ofTransfer(id, 0, sender, receiver, username, amount, expiresAt);
    }

    /** One with this id, from that generation of the sender's approvals. */
    public static String ofTransfer(
            UUID id, long generation, UUID sender, UUID receiver, String username, Money amount, Instant expiresAt) {
        return of(
                sender,
                receiver,
                amount,
                receiver,
                expiresAt,
                claims -> claims.jwtID(id.toString())
                        .claim("generation", generation)
                        .claim("operation", "transfer")
                        .claim("order_id", null)
                        .claim("payee_username", username)
                        .claim("payee_name", "B••"));
    }

    /** An approval, made wrong on purpose by the last argument. */
    public static String of(
            UUID customer,
            UUID payee,
            Money amount,
            UUID order,
            Instant expiresAt,
            Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("http://localhost:8080")
                .audience("approval")
                .subject(customer.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(expiresAt.minusSeconds(120)))
                .expirationTime(Date.from(expiresAt))
                .claim("generation", 0)
                .claim("operation", "purchase")
                .claim("payee_id", payee.toString())
                .claim("payee_username", "TikToken Shop")
                .claim("payee_name", "TikToken Shop")
                .claim("amount", amount.amount())
                .claim("currency", amount.currency().code())
                .claim("order_id", order.toString());
        change.accept(claims);
        return sign("approval+jwt", claims.build(), KEY);
    }

    public static String sign(String type, JWTClaimsSet claims, byte[] key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(new JOSEObjectType(type))
                            .build(),
                    claims);
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
