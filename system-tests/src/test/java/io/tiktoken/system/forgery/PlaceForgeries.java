package io.tiktoken.system.forgery;

import io.tiktoken.system.customer.Browser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Something real where it does not belong: a good token outside its header, or what opens other doors. */
final class PlaceForgeries {

    static final List<Forgery> ALL = List.of(
            new Forgery("a good token in the address", shop -> Attempt.inQuery("access_token=" + shop.honest())),
            new Forgery("a good token in the body", shop -> Attempt.inBody("access_token=" + shop.honest())),
            header("a good token in the cookie", "Cookie", shop -> Browser.SESSION_COOKIE + "=" + shop.honest()),
            header("a good token in another cookie", "Cookie", shop -> "access_token=" + shop.honest()),
            header("a good token for a proxy", "Proxy-Authorization", shop -> "Bearer " + shop.honest()),
            header("a good token in another header", "X-Authorization", shop -> "Bearer " + shop.honest()),
            header(
                    "somebody's word for it",
                    "X-User",
                    shop -> String.valueOf(shop.claims().all().get("sub"))),
            scheme("a good token as Basic", shop -> "Basic " + shop.honest()),
            scheme("a good token as somebody's password", shop -> "Basic " + base64("bearer:" + shop.honest())),
            scheme("a good token as JWT", shop -> "JWT " + shop.honest()),
            scheme("a good token as DPoP", shop -> "DPoP " + shop.honest()),
            scheme("a good token without a scheme", Workshop::honest),
            scheme("a good token too near its scheme", shop -> "Bearer" + shop.honest()),
            scheme("a good token behind a colon", shop -> "Bearer: " + shop.honest()),
            scheme("a good token after two schemes", shop -> "Bearer Bearer " + shop.honest()),
            scheme("a bad token in a scheme in small letters", shop -> "bearer " + shop.honest() + "A"),
            scheme("a bad token in a scheme in capitals", shop -> "BEARER " + shop.honest() + "A"),
            scheme("a session's handle", shop -> "Bearer " + shop.loot().session()),
            scheme("an approval", shop -> "Bearer " + shop.loot().approval()));

    private PlaceForgeries() {}

    private static Forgery scheme(String name, Function<Workshop, String> value) {
        return header(name, "Authorization", value);
    }

    private static Forgery header(String name, String header, Function<Workshop, String> value) {
        return new Forgery(name, shop -> Attempt.header(header, value.apply(shop)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
