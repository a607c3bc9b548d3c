package io.tiktoken.system.odd;

import static io.tiktoken.system.odd.Oddity.hopeless;
import static io.tiktoken.system.odd.Oddity.odd;
import static io.tiktoken.system.odd.Oddity.oneOf;
import static io.tiktoken.system.odd.Oddity.wrong;

import java.util.List;

/** What can be odd about the headers. */
final class HeaderOddities {

    private static final String LONG = "v".repeat(5_000);

    private HeaderOddities() {}

    static List<Oddity> all() {
        return List.of(
                wrong("no host", (draft, _) -> draft.without("Host")),
                wrong("two hosts", (draft, _) -> draft.header("Host", "elsewhere.example")),
                odd(
                        "odd host",
                        (draft, random) -> draft.onlyHeader(
                                "Host",
                                oneOf(
                                        random,
                                        OddTexts.madeUp(random) + ".example",
                                        "localhost:1",
                                        "[::1]",
                                        "LOCALHOST",
                                        "xn--zq7x"))),
                hopeless(
                        "impossible host",
                        (draft, random) -> draft.onlyHeader(
                                "Host",
                                oneOf(
                                        random,
                                        "",
                                        "a b",
                                        "a@b",
                                        "a/b",
                                        "h:99999",
                                        "h:x",
                                        "[::1",
                                        "\u00fc.example",
                                        "h".repeat(400)))),
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
                wrong(
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
                odd("odd expectation", (draft, random) -> draft.header("Expect", OddTexts.madeUp(random))),
                odd(
                        "upgrade to WebSocket",
                        (draft, _) -> draft.header("Connection", "Upgrade")
                                .header("Upgrade", "websocket")
                                .header("Sec-WebSocket-Version", "13")
                                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")),
                odd(
                        "upgrade to HTTP/2",
                        (draft, _) -> draft.header("Connection", "Upgrade, HTTP2-Settings")
                                .header("Upgrade", "h2c")
                                .header("HTTP2-Settings", "AAMAAABkAAQCAAAAAAIAAAAA")),
                odd(
                        "upgrade to something",
                        (draft, random) -> draft.header("Connection", "Upgrade")
                                .header("Upgrade", oneOf(random, "TLS/1.0", OddTexts.MARK, "\u00ff"))),
                odd(
                        "odd connection",
                        (draft, random) -> draft.header(
                                "Connection",
                                oneOf(
                                        random,
                                        "close",
                                        "close, keep-alive",
                                        "Host",
                                        "Authorization",
                                        ",,",
                                        OddTexts.MARK))),
                odd(
                        "made-up header",
                        (draft, random) -> draft.header(
                                OddTexts.madeUp(random), OddTexts.asBytes(OddTexts.madeUp(random) + "\u8336"))),
                wrong("many headers", (draft, _) -> {
                    for (var i = 0; i < 300; i++) {
                        draft.header("X-" + i, "v");
                    }
                }),
                wrong("large headers", (draft, _) -> {
                    for (var i = 0; i < 8; i++) {
                        draft.header("X-Large-" + i, LONG);
                    }
                }),
                hopeless(
                        "broken header",
                        (draft, random) -> draft.headers.add(oneOf(
                                random,
                                "no colon here",
                                ": no name",
                                "space in: name",
                                "space : before",
                                "n\u00e4me: v",
                                "Nul: a\u0000b",
                                "Cr: a\rb",
                                "Bell: \u0007",
                                "(x): y"))),
                hopeless("folded header", (draft, _) -> draft.headers.add("X-Folded: a\r\n  b")),
                hopeless("first header begins with a space", (draft, _) -> draft.headers.addFirst(" X: y")),
                hopeless(
                        "other line ends",
                        (draft, random) -> draft.lineEnd = oneOf(random, "\n", "\r", "\r\r\n", "\n\r")));
    }
}
