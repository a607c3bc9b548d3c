package io.tiktoken.system.forgery;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.token.Jws;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** An honest token that was changed after it was signed. */
final class SignatureForgeries {

    static final List<Forgery> ALL = List.of(
            changed("no signature", token -> token.withSignature("")),
            changed("half a signature", token -> token.withSignature(firstHalf(token.signature()))),
            changed("a signature without its last letters", token -> token.withSignature(cut(token.signature()))),
            changed("a signature that goes on", token -> token.withSignature(token.signature() + "AAAA")),
            changed(
                    "a signature of zeros",
                    token -> token.withSignature("A".repeat(token.signature().length()))),
            changed(
                    "a signature with its first letter changed",
                    token -> token.withSignature(flipped(token.signature()))),
            changed("the payload in place of the signature", token -> token.withSignature(token.payload())),
            new Forgery(
                    "somebody else's sub",
                    shop -> Attempt.bearer(
                            changedClaim(shop, "sub", UUID.randomUUID().toString()))),
            new Forgery(
                    "one more role", shop -> Attempt.bearer(changedClaim(shop, "roles", List.of("CUSTOMER", "ADMIN")))),
            new Forgery("one more scope", shop -> Attempt.bearer(changedClaim(shop, "scope", "everything"))),
            new Forgery("an hour longer", shop -> Attempt.bearer(changedClaim(shop, "exp", 4_000_000_000L))),
            changed(
                    "one more thing in the header",
                    token -> token.withHeader(token.headerJson().replace("}", ",\"x\":1}"))),
            changed(
                    "a space in the payload",
                    token -> token.withPayload(token.payloadJson().replaceFirst(",", ", "))),
            new Forgery("the signature of another token", shop -> {
                var other = shop.key()
                        .sign(
                                shop.key().header(),
                                shop.claims().with("jti", "other").all());
                return Attempt.bearer(shop.honestToken().withSignature(other.signature()));
            }));

    private SignatureForgeries() {}

    private static Forgery changed(String name, UnaryOperator<Jws> change) {
        return new Forgery(name, shop -> Attempt.bearer(change.apply(shop.honestToken())));
    }

    private static Jws changedClaim(Workshop shop, String claim, Object value) {
        return shop.honestToken()
                .withPayload(Answer.json(shop.claims().with(claim, value).all()));
    }

    private static String firstHalf(String signature) {
        return signature.substring(0, signature.length() / 2);
    }

    private static String cut(String signature) {
        return signature.substring(0, signature.length() - 4);
    }

    private static String flipped(String signature) {
        return (signature.charAt(0) == 'A' ? 'B' : 'A') + signature.substring(1);
    }
}
