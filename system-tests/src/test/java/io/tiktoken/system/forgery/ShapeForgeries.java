package io.tiktoken.system.forgery;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.token.Jws;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Hardly a token at all. */
final class ShapeForgeries {

    private static final int DEEP = 1_000;

    static final List<Forgery> ALL = List.of(
            text("nothing", _ -> ""),
            text("one dot", _ -> "."),
            text("two dots", _ -> ".."),
            text("a word", _ -> "null"),
            text("a header alone", shop -> shop.honestToken().header()),
            text(
                    "two parts",
                    shop -> shop.honestToken().header() + "."
                            + shop.honestToken().payload()),
            text("four parts", shop -> shop.honest() + ".AAAA"),
            text("five parts, as if encrypted", shop -> shop.honest() + ".AAAA.AAAA"),
            text("a dot in front", shop -> "." + shop.honest()),
            text("a dot behind", shop -> shop.honest() + "."),
            text("a space within", shop -> shop.honest().replaceFirst("\\.", ". ")),
            text("another alphabet", shop -> shop.honest().replaceFirst("\\.", "=.")),
            text("an honest token twice", shop -> shop.honest() + shop.honest()),
            text("two honest tokens", shop -> shop.honest() + "," + shop.honest()),
            text("a token in quotation marks", shop -> '"' + shop.honest() + '"'),
            text("JSON serialization", ShapeForgeries::flattened),
            text("six thousand letters", _ -> "A".repeat(6_000)),
            header("a header that is a list", "[\"RS256\"]"),
            header("a header that is a text", "\"RS256\""),
            header("a header that breaks off", "{\"alg\":\"RS256\""),
            header("an empty header", "{}"),
            header("a header with two algs", "{\"alg\":\"none\",\"alg\":\"RS256\",\"typ\":\"at+jwt\"}"),
            header("a deep header", "{\"alg\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"),
            header("a header for an encrypted token", "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"typ\":\"at+jwt\"}"));

    private ShapeForgeries() {}

    private static Forgery text(String name, Function<Workshop, String> token) {
        return new Forgery(name, shop -> Attempt.bearer(token.apply(shop)));
    }

    /** Signed rightly, whatever the header says. */
    private static Forgery header(String name, String json) {
        return new Forgery(
                name, shop -> Attempt.bearer(Jws.of(json, shop.honestToken().payloadJson(), shop.key()::rs256)));
    }

    private static String flattened(Workshop shop) {
        var token = shop.honestToken();
        return Answer.json(
                Map.of("protected", token.header(), "payload", token.payload(), "signature", token.signature()));
    }
}
