package io.tiktoken.system.token;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The very key that signs the shop's tokens just now. Whoever holds it is stronger than any attacker: what is refused
 * although it is signed rightly is refused for the one thing that is wrong with it.
 *
 * @param publicJwk as auth-service publishes it, to the letter
 */
public record SigningKey(String id, RSAPrivateCrtKey privateKey, RSAPublicKey publicKey, String publicJwk) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The key that signed this token. */
    public static SigningKey of(Shop shop, String honestToken) {
        var id = JSON.readTree(Jws.parse(honestToken).headerJson()).path("kid").asString();
        var jwk = JSON.readTree(SealedKeys.of(shop).open(id));
        try {
            var rsa = KeyFactory.getInstance("RSA");
            var privateKey = (RSAPrivateCrtKey) rsa.generatePrivate(new RSAPrivateCrtKeySpec(
                    number(jwk, "n"),
                    number(jwk, "e"),
                    number(jwk, "d"),
                    number(jwk, "p"),
                    number(jwk, "q"),
                    number(jwk, "dp"),
                    number(jwk, "dq"),
                    number(jwk, "qi")));
            var publicKey = (RSAPublicKey) rsa.generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
            return new SigningKey(id, privateKey, publicKey, published(shop, id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What was sealed as key %s is not an RSA key".formatted(id), e);
        }
    }

    /** As auth-service would sign it. */
    public String sign(Map<String, ?> claims) {
        return sign(header(), claims).compact();
    }

    public Jws sign(Map<String, ?> header, Map<String, ?> claims) {
        return Jws.of(header, claims, this::rs256);
    }

    /** What an honest token's header says; a new map each time. */
    public Map<String, Object> header() {
        var header = new LinkedHashMap<String, Object>();
        header.put("kid", id);
        header.put("typ", "at+jwt");
        header.put("alg", "RS256");
        return header;
    }

    public byte[] rs256(byte[] message) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is part of every Java", e);
        }
    }

    private static String published(Shop shop, String id) {
        var keys = new Line().get(shop.urlOf(Part.AUTH).resolve("/oauth2/jwks")).expect(200);
        for (var key : keys.body().path("keys")) {
            if (key.path("kid").asString().equals(id)) {
                return Answer.json(key);
            }
        }
        throw new AssertionError("The key %s signs and is not published: %s".formatted(id, keys));
    }

    private static BigInteger number(JsonNode jwk, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(name).asString()));
    }
}
