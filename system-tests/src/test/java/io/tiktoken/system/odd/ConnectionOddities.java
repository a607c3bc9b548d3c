package io.tiktoken.system.odd;

import static io.tiktoken.system.odd.Oddity.hopeless;
import static io.tiktoken.system.odd.Oddity.odd;
import static io.tiktoken.system.odd.Oddity.oneOf;
import static io.tiktoken.system.odd.Oddity.wrong;

import java.util.List;

/** What can be odd about where a request goes, how it wants to go on, and how its headers are written. */
final class ConnectionOddities {

    private static final String LONG = "v".repeat(5_000);

    private ConnectionOddities() {}

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
