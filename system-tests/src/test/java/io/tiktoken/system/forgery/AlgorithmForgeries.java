package io.tiktoken.system.forgery;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** The header names another algorithm, or none. */
final class AlgorithmForgeries {

    static final List<Forgery> ALL = List.of(
            unsigned("none"),
            unsigned("None"),
            unsigned("NONE"),
            unsigned("nOnE"),
            unsigned("none "),
            unsigned(""),
            new Forgery(
                    "alg none, with the signature of an honest token",
                    shop -> Attempt.bearer(shop.honestToken().withHeader("{\"alg\":\"none\",\"typ\":\"at+jwt\"}"))),
            new Forgery("no alg, signed rightly", shop -> shop.signed(shop.headerWithout("alg"), shop.claims())),
            rightly("alg rs256 in small letters", "rs256"),
            rightly("alg as a list", List.of("RS256")),
            rightly("alg as a number", 256),
            symmetric("the public key as PEM", AlgorithmForgeries::pem),
            symmetric("the public key as PEM with a line feed at its end", shop -> join(pem(shop), "\n")),
            symmetric("the public key as DER", shop -> shop.key().publicKey().getEncoded()),
            symmetric("the public key as JWK", shop -> bytes(shop.key().publicJwk())),
            symmetric(
                    "the public key's modulus",
                    shop -> shop.key().publicKey().getModulus().toByteArray()),
            symmetric("the key's name", shop -> bytes(shop.key().id())),
            symmetric("a single zero", _ -> new byte[1]),
            symmetric("the key of approvals", shop -> shop.loot().approvalKey()),
            byTheRightKey("RS384", "SHA384withRSA"),
            byTheRightKey("RS512", "SHA512withRSA"),
            new Forgery(
                    "PS256 by the right key",
                    shop -> shop.signed(
                            shop.header("alg", "PS256"),
                            message -> Signatures.padded(shop.key().privateKey(), message))),
            new Forgery(
                    "RS256 in name, padded as PS256",
                    shop -> shop.signed(
                            shop.header("alg", "RS256"),
                            message -> Signatures.padded(shop.key().privateKey(), message))),
            byAnotherKey(
                    "ES256",
                    "SHA256withECDSAinP1363Format",
                    Signatures.newKeys("EC", 256).getPrivate()),
            byAnotherKey("EdDSA", "Ed25519", Signatures.newKeys("Ed25519", 255).getPrivate()));

    private AlgorithmForgeries() {}

    private static Forgery unsigned(String algorithm) {
        return new Forgery(
                "alg '%s', unsigned".formatted(algorithm),
                shop -> shop.signed(shop.header("alg", algorithm), _ -> new byte[0]));
    }

    private static Forgery rightly(String name, Object algorithm) {
        return new Forgery(
                name + ", signed rightly", shop -> shop.signed(shop.header("alg", algorithm), shop.claims()));
    }

    private static Forgery symmetric(String name, Function<Workshop, byte[]> secret) {
        return new Forgery(
                "HS256 with " + name,
                shop -> shop.signed(
                        shop.header("alg", "HS256"), message -> Signatures.hmac(secret.apply(shop), message)));
    }

    private static Forgery byTheRightKey(String algorithm, String name) {
        return new Forgery(
                algorithm + " by the right key",
                shop -> shop.signed(
                        shop.header("alg", algorithm),
                        message -> Signatures.with(name, shop.key().privateKey(), message)));
    }

    private static Forgery byAnotherKey(String algorithm, String name, PrivateKey key) {
        return new Forgery(
                algorithm + " by a key of one's own",
                shop -> shop.signed(shop.header("alg", algorithm), message -> Signatures.with(name, key, message)));
    }

    private static byte[] pem(Workshop shop) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(shop.key().publicKey().getEncoded());
        return bytes("-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----".formatted(lines));
    }

    private static byte[] join(byte[] text, String end) {
        return bytes(new String(text, StandardCharsets.UTF_8) + end);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
