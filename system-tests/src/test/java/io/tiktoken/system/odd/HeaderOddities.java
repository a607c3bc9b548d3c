package io.tiktoken.system.odd;

import static io.tiktoken.system.odd.Oddity.odd;
import static io.tiktoken.system.odd.Oddity.oneOf;

import java.util.List;

/** What can be odd about what the headers say. */
final class HeaderOddities {

    private static final String LONG = "v".repeat(5_000);

    private HeaderOddities() {}

    static List<Oddity> all() {
        return List.of(
                odd(
                        "odd accept",
                        (draft, random) -> draft.onlyHeader(
                                "Accept",
                                oneOf(
                                        random,
                                        "text/html",
                                        "image/png",
                                        "application/xml",
                                        "///",
                                        "*/*;q=2",
                                        "application/json;q=nan",
                                        "application/json;" + LONG,
                                        "",
                                        ",",
                                        OddTexts.madeUp(random) + "/" + OddTexts.madeUp(random)))),
                odd(
                        "odd content type",
                        (draft, random) -> draft.onlyHeader(
                                "Content-Type",
                                oneOf(
                                        random,
                                        "",
                                        "///",
                                        "text/plain",
                                        "application/xml",
                                        "application/json; charset=utf-16",
                                        "application/json; charset=klingon",
                                        "application/json; charset=",
                                        "application/json; boundary=\"",
                                        "multipart/form-data",
                                        "multipart/form-data; boundary=x",
                                        "application/x-www-form-urlencoded",
                                        "application/octet-stream",
                                        OddTexts.madeUp(random)))),
                odd("two content types", (draft, _) -> draft.header("Content-Type", "text/plain")),
                odd(
                        "odd preferences",
                        (draft, random) -> draft.header(
                                oneOf(
                                        random,
                                        "Accept-Language",
                                        "Accept-Encoding",
                                        "Accept-Charset",
                                        "TE",
                                        "Prefer",
                                        "Range"),
                                oneOf(
                                        random,
                                        "\u00ff",
                                        "*;q=x",
                                        "identity;q=0, *;q=0",
                                        "bytes=5-1",
                                        "bytes=-0,0-",
                                        LONG))),
                odd(
                        "odd condition",
                        (draft, random) -> draft.header(
                                oneOf(
                                        random,
                                        "If-None-Match",
                                        "If-Match",
                                        "If-Modified-Since",
                                        "If-Unmodified-Since",
                                        "If-Range"),
                                oneOf(
                                        random,
                                        "*",
                                        "\"",
                                        "W/\"" + OddTexts.MARK,
                                        "yesterday",
                                        "Thu, 31 Feb 2026 99:00:00 GMT"))),
                odd(
                        "odd origin",
                        (draft, random) -> draft.header(
                                oneOf(random, "Origin", "Referer", "Sec-Fetch-Site"),
                                oneOf(
                                        random,
                                        "null",
                                        "https://elsewhere.example",
                                        "://",
                                        "\u00ff",
                                        OddTexts.madeUp(random)))),
                odd(
                        "odd cookie",
                        (draft, random) -> draft.header(
                                "Cookie",
                                oneOf(
                                        random,
                                        "tiktoken_session=" + OddTexts.madeUp(random),
                                        "tiktoken_session=\"; a=b",
                                        "=;;=,",
                                        "a=\u00ff",
                                        "\u0001",
                                        "c=1; ".repeat(300),
                                        "tiktoken_session=" + LONG))),
                odd(
                        "odd credentials",
                        (draft, random) -> draft.onlyHeader(
                                "Authorization",
                                oneOf(
                                        random,
                                        "",
                                        "Bearer",
                                        "Bearer ",
                                        "Bearer a.b.c",
                                        "Bearer \u00e9",
                                        "Bearer ..",
                                        "Bearer eyJhbGciOiJub25lIn0.e30.",
                                        "Basic",
                                        "Basic %%%",
                                        "Basic OjpdOg==",
                                        "Basic /////w==",
                                        "Digest x",
                                        OddTexts.madeUp(random)))),
                odd(
                        "two credentials",
                        (draft, _) -> draft.header("Authorization", "Bearer a").header("Authorization", "Bearer b")),
                odd(
                        "odd trace",
                        (draft, random) -> draft.header(
                                oneOf(
                                        random,
                                        "traceparent",
                                        "tracestate",
                                        "baggage",
                                        "b3",
                                        "X-B3-TraceId",
                                        "X-Request-Id"),
                                oneOf(
                                        random,
                                        "00-00000000000000000000000000000000-0000000000000000-00",
                                        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                                        "00-zz",
                                        LONG,
                                        "k=" + OddTexts.madeUp(random)))),
                odd(
                        "odd forwarding",
                        (draft, random) -> draft.header(
                                oneOf(
                                        random,
                                        "Forwarded",
                                        "X-Forwarded-For",
                                        "X-Forwarded-Host",
                                        "X-Forwarded-Port",
                                        "X-Forwarded-Proto",
                                        "X-Forwarded-Prefix",
                                        "X-Real-IP"),
                                oneOf(
                                        random,
                                        "",
                                        "for=\"[::1",
                                        "127.0.0.1, x",
                                        "99999",
                                        "gopher",
                                        "//",
                                        "/a/../b",
                                        "h:p:q",
                                        "\u00ff"))),
                odd(
                        "odd key",
                        (draft, random) -> draft.onlyHeader(
                                "Idempotency-Key", oneOf(random, "", "\"", "\"\"", "\u00ff", "k".repeat(256), "a\tb"))),
                odd(
                        "odd event id",
                        (draft, random) -> draft.header("Last-Event-ID", OddTexts.encoded(OddTexts.any(random)))),
                odd(
                        "another method in a header",
                        (draft, random) -> draft.header(
                                oneOf(random, "X-HTTP-Method-Override", "X-Method-Override"),
                                oneOf(random, "DELETE", OddTexts.MARK))),
                odd(
                        "made-up header",
                        (draft, random) -> draft.header(
                                OddTexts.madeUp(random), OddTexts.asBytes(OddTexts.madeUp(random) + "\u8336"))));
    }
}
