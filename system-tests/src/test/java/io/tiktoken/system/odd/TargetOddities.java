package io.tiktoken.system.odd;

import static io.tiktoken.system.odd.Oddity.hopeless;
import static io.tiktoken.system.odd.Oddity.odd;
import static io.tiktoken.system.odd.Oddity.oneOf;
import static io.tiktoken.system.odd.Oddity.wrong;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What can be odd about the first line: method, path, query, version. */
final class TargetOddities {

    private static final String[] NO_ENCODING = {
        "%", "%2", "%zz", "%c0%af", "%ff", "%80", "%ed%a0%80", "%f8%88%80%80%80", "%%30", "%u0041"
    };

    private static final String[] METHODS = {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"};

    private TargetOddities() {}

    static List<Oddity> all() {
        return List.of(
                wrong("path is no UTF-8", (draft, random) -> draft.path += oneOf(random, NO_ENCODING)),
                odd("query is no UTF-8", (draft, random) -> draft.parameter("limit", oneOf(random, NO_ENCODING))),
                wrong("bytes in path", (draft, random) -> draft.path += oneOf(random, "\u00ff", "\u0080", "\u00c3")),
                odd("raw UTF-8 in path", (draft, _) -> draft.path += OddTexts.asBytes("\u00e9\u8336")),
                odd("raw UTF-8 in query", (draft, _) -> draft.parameter("q", OddTexts.asBytes("\u8336"))),
                hopeless(
                        "control in path",
                        (draft, random) -> draft.path += oneOf(random, "\u0000", "\t", "\u007f", " x", "\u000b")),
                odd("NUL in path", (draft, _) -> draft.path += "%00"),
                odd(
                        "path in disguise",
                        (draft, random) -> draft.path = oneOf(
                                random,
                                "/" + draft.path,
                                "/." + draft.path,
                                "/x/.." + draft.path,
                                "/%2e%2e" + draft.path,
                                draft.path + "/",
                                draft.path + "//",
                                draft.path + ";v=1",
                                draft.path + ".json",
                                draft.path.replaceFirst("/", "/;/"),
                                draft.path.replaceFirst("(?<=.)/", "%2F"),
                                draft.path.replaceFirst("(?<=.)/", "%5C"),
                                draft.path.replaceFirst("(?<=.)/", "\\\\"),
                                draft.path.toUpperCase(Locale.ROOT))),
                odd("made-up path", (draft, random) -> draft.path += "/" + OddTexts.madeUp(random)),
                odd(
                        "odd end of path",
                        (draft, random) ->
                                draft.path = draft.path.replaceFirst("[^/]*$", OddTexts.encoded(OddTexts.any(random)))),
                wrong("endless path", (draft, random) -> draft.path += "/a".repeat(oneOf(random, 5_000, 20_000))),
                odd("whole address as target", (draft, _) -> draft.path = "http://127.0.0.1" + draft.path),
                hopeless(
                        "target is no path",
                        (draft, random) -> draft.path = oneOf(
                                random, "*", "x", "127.0.0.1:80", "?", "", "http:", "http://", "ftp://a/b", "[::1]")),
                odd("fragment", (draft, _) -> draft.query += "#" + OddTexts.MARK),
                odd(
                        "odd parameter",
                        (draft, random) -> draft.parameter(
                                oneOf(random, "limit", "cursor", "from", "to", "at", "q", "kind", "months", "type"),
                                OddTexts.encoded(OddTexts.any(random)))),
                odd(
                        "made-up parameter",
                        (draft, random) ->
                                draft.parameter(OddTexts.madeUp(random), OddTexts.encoded(OddTexts.any(random)))),
                odd(
                        "parameter twice",
                        (draft, _) -> draft.parameter("limit", "1").parameter("limit", "2")),
                odd(
                        "many parameters",
                        (draft, random) -> draft.query = "?"
                                + IntStream.range(0, 1_200)
                                        .mapToObj(i -> "p" + i + "=1")
                                        .collect(Collectors.joining("&"))),
                odd(
                        "punctuation for a query",
                        (draft, random) -> draft.query =
                                oneOf(random, "?", "??", "?&&", "?=", "?=1", "?a", "?[]=1", "?a[b]=1", "?{a}", "?|^`")),
                odd("another method", (draft, random) -> {
                    if (Arrays.asList(METHODS).contains(draft.method)) { // What is wrong already stays wrong.
                        draft.method = oneOf(random, METHODS);
                    }
                }),
                wrong("forbidden method", (draft, random) -> draft.method = oneOf(random, "TRACE", "CONNECT", "TRACK")),
                wrong(
                        "made-up method",
                        (draft, random) -> draft.method = oneOf(
                                random,
                                OddTexts.madeUp(random).toUpperCase(Locale.ROOT),
                                "PROPFIND",
                                "get",
                                "Post",
                                "X".repeat(200))),
                hopeless(
                        "no method",
                        (draft, random) -> draft.method =
                                oneOf(random, "", "G\u00c9T", "GET<", "G ET", "GET\t", "\u0000", "(GET)")),
                hopeless(
                        "another version",
                        (draft, random) -> draft.version = oneOf(
                                random,
                                "HTTP/1.0",
                                "HTTP/0.9",
                                "HTTP/2.0",
                                "HTTP/9.9",
                                "http/1.1",
                                "HTTP/1.1.1",
                                "HTP/1.1",
                                "")));
    }
}
