package io.tiktoken.system.bank;

import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Jws;
import io.tiktoken.system.token.MachineClient;
import io.tiktoken.system.token.SigningKey;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Access tokens and approvals by the thousand. They are signed with auth-service's own keys, as it would sign them, because
 * its PIN checks and password hashes would take longer than the whole trial.
 */
final class Papers {

    private static final Duration FRESH = Duration.ofMinutes(2);

    private record Token(String text, Instant made) {}

    private final Shop shop;
    private final String issuer;
    private final SigningKey key;
    private final byte[] approvalKey;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Papers(Shop shop) {
        this.shop = shop;
        this.issuer = shop.url().toString();
        this.key = SigningKey.of(shop, orderService());
        this.approvalKey = Base64.getDecoder().decode(shop.secret("TIKTOKEN_APPROVAL_KEY"));
    }

    /** What order-service gets with its own secret. */
    String orderService() {
        return fresh("order-service", () -> MachineClient.orderServiceOf(shop).token(shop, "funds:reserve"));
    }

    String of(UUID person) {
        return fresh(person.toString(), () -> key.sign(personClaims(person)));
    }

    /** The person's approval of a transfer; its id will be the transfer's. */
    String transfer(UUID id, UUID from, UUID to, long amount) {
        return approval(id, from, to, amount, Map.of("operation", "transfer"));
    }

    String purchase(UUID from, UUID payee, long amount, UUID order) {
        return approval(Ids.next(), from, payee, amount, Map.of("operation", "purchase", "order_id", order.toString()));
    }

    static String usernameOf(UUID person) {
        return "p" + person.toString().substring(24);
    }

    private String fresh(String owner, Supplier<String> maker) {
        return tokens.compute(
                        owner,
                        (_, known) -> known != null
                                        && known.made().isAfter(Instant.now().minus(FRESH))
                                ? known
                                : new Token(maker.get(), Instant.now()))
                .text();
    }

    private Map<String, Object> personClaims(UUID person) {
        var claims = claims(person, "tiktoken-api", Duration.ofMinutes(5));
        claims.put("preferred_username", usernameOf(person));
        claims.put("name", usernameOf(person));
        claims.put("sid", UUID.randomUUID().toString());
        claims.put("amr", List.of("pwd"));
        claims.put("roles", List.of("CUSTOMER"));
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    private String approval(UUID id, UUID from, UUID payee, long amount, Map<String, String> operation) {
        var claims = claims(from, "approval", Duration.ofMinutes(2));
        claims.putAll(operation);
        claims.put("jti", id.toString());
        claims.put("generation", 0);
        claims.put("payee_id", payee.toString());
        claims.put("payee_username", usernameOf(payee));
        claims.put("payee_name", "P••");
        claims.put("amount", amount);
        claims.put("currency", "TTK");
        return Jws.of(Map.of("alg", "HS256", "typ", "approval+jwt"), claims, this::hs256)
                .compact();
    }

    private Map<String, Object> claims(UUID subject, String audience, Duration life) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("aud", List.of(audience));
        claims.put("sub", subject.toString());
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().plus(life).getEpochSecond());
        return claims;
    }

    private byte[] hs256(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(approvalKey, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC", e);
        }
    }
}
