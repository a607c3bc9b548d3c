package io.tiktoken.system.forgery;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Signed with a key of one's own, under a header that tells where such a key belongs, or is to be found. */
final class KeyForgeries {

    static final List<Forgery> ALL = List.of(
            named("the right kid", shop -> shop.key().id()),
            named("an unknown kid", _ -> "unknown"),
            named("an empty kid", _ -> ""),
            named("a kid that walks to another file", _ -> "../../../../../../dev/null"),
            named("a kid with an address", Workshop::lure),
            named("a kid that is SQL", _ -> "' UNION SELECT 'x' FROM signing_keys --"),
            named("a kid of two thousand letters", _ -> "k".repeat(2_000)),
            named("a kid that is a list", shop -> List.of(shop.key().id())),
            named("a kid that is an object", shop -> Map.of("kid", shop.key().id())),
            named("a kid that is a number", _ -> 1),
            new Forgery("another key, without a kid", shop -> shop.signedWithOwnKey(shop.headerWithout("kid"))),
            explained("jwk", shop -> jwk(shop)),
            explained("jku", Workshop::lure),
            explained("x5u", Workshop::lure),
            explained(
                    "x5c",
                    shop -> List.of(Base64.getEncoder()
                            .encodeToString(shop.own().getPublic().getEncoded()))),
            new Forgery("another key in jwk, without a kid", shop -> {
                var header = new HashMap<>(shop.headerWithout("kid"));
                header.put("jwk", jwk(shop));
                return shop.signedWithOwnKey(header);
            }),
            rightly("typ JWT", "JWT"),
            rightly("typ approval+jwt", "approval+jwt"),
            rightly("typ in the plural", List.of("at+jwt")),
            rightly("an empty typ", ""),
            new Forgery("no typ, signed rightly", shop -> shop.signed(shop.headerWithout("typ"), shop.claims())),
            new Forgery(
                    "a crit that nobody understands",
                    shop -> shop.signed(
                            with(shop.header("crit", List.of("tiktoken")), "tiktoken", true), shop.claims())),
            new Forgery(
                    "a crit that says the payload is not encoded",
                    shop -> shop.signed(with(shop.header("crit", List.of("b64")), "b64", false), shop.claims())));

    private KeyForgeries() {}

    private static Forgery named(String name, Function<Workshop, Object> kid) {
        return new Forgery(
                "another key, under " + name, shop -> shop.signedWithOwnKey(shop.header("kid", kid.apply(shop))));
    }

    private static Forgery explained(String member, Function<Workshop, Object> value) {
        return new Forgery(
                "another key in " + member, shop -> shop.signedWithOwnKey(shop.header(member, value.apply(shop))));
    }

    private static Forgery rightly(String name, Object type) {
        return new Forgery(name + ", signed rightly", shop -> shop.signed(shop.header("typ", type), shop.claims()));
    }

    private static Map<String, Object> jwk(Workshop shop) {
        return Lure.jwk(shop.own(), shop.key().id());
    }

    private static Map<String, Object> with(Map<String, Object> header, String name, Object value) {
        header.put(name, value);
        return header;
    }
}
