package io.tiktoken.system.forgery;

import io.tiktoken.system.token.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Signed with the shop's own key, and good in every respect but one. */
final class ClaimForgeries {

    static final List<Forgery> ALL = List.of(
            without("iss"),
            wrong("iss with a slash at its end", "iss", shop -> issuer(shop) + "/"),
            wrong("iss with https", "iss", shop -> issuer(shop).replace("http:", "https:")),
            wrong(
                    "iss by another name of this machine",
                    "iss",
                    shop -> issuer(shop).replace("127.0.0.1", "localhost")),
            wrong("iss of somebody else", "iss", _ -> "https://elsewhere.example"),
            wrong("iss as a list", "iss", shop -> List.of(issuer(shop))),
            without("aud"),
            wrong("aud of nobody", "aud", _ -> List.of()),
            wrong(
                    "aud of another part",
                    "aud",
                    shop -> audience(shop).equals("fx-service") ? "wallet-service" : "fx-service"),
            wrong("aud of approvals", "aud", _ -> "approval"),
            wrong("aud of two", "aud", shop -> List.of(audience(shop), "fx-service-2")),
            wrong("aud twice", "aud", shop -> List.of(audience(shop), audience(shop))),
            wrong("aud in capitals", "aud", shop -> audience(shop).toUpperCase(Locale.ROOT)),
            wrong("aud with something behind it", "aud", shop -> audience(shop) + "-2"),
            wrong("aud of everybody", "aud", _ -> "*"),
            new Forgery(
                    "expired a minute ago",
                    shop -> shop.signed(new Claims(shop.claims().expiring(Duration.ofMinutes(-1))))),
            without("exp"),
            wrong("exp as text", "exp", _ -> String.valueOf(inOneHour())),
            wrong("exp of nothing", "exp", _ -> List.of()),
            wrong("exp before all time", "exp", _ -> -1),
            wrong("nbf in an hour", "nbf", _ -> inOneHour()),
            wrong("nbf as text", "nbf", _ -> "now"),
            without("sub"),
            wrong("an empty sub", "sub", _ -> ""),
            wrong("a blank sub", "sub", _ -> "  "),
            wrong(
                    "sub as a list",
                    "sub",
                    shop -> List.of(String.valueOf(shop.claims().all().get("sub")))),
            payload("a list for a payload", "[]"),
            payload("a text for a payload", "\"alice\""),
            payload("an empty payload", ""),
            payload("a payload that breaks off", "{\"sub\":"));

    private ClaimForgeries() {}

    private static Forgery without(String claim) {
        return new Forgery("no " + claim, shop -> shop.signed(shop.claims().without(claim)));
    }

    private static Forgery wrong(String name, String claim, Function<Workshop, Object> value) {
        return new Forgery(name, shop -> shop.signed(shop.claims().with(claim, value.apply(shop))));
    }

    private static Forgery payload(String name, String payload) {
        return new Forgery(name, shop -> shop.signedPayload(payload));
    }

    private static String issuer(Workshop shop) {
        return String.valueOf(shop.claims().all().get("iss"));
    }

    private static String audience(Workshop shop) {
        var audience = shop.claims().all().get("aud");
        return String.valueOf(audience instanceof List<?> list ? list.getFirst() : audience);
    }

    private static long inOneHour() {
        return Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
    }
}
