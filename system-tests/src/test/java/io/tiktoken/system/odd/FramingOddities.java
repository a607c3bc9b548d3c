package io.tiktoken.system.odd;

import static io.tiktoken.system.odd.Oddity.hopeless;
import static io.tiktoken.system.odd.Oddity.odd;
import static io.tiktoken.system.odd.Oddity.oneOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What can be odd about where a request ends, or about whether it is HTTP at all. */
final class FramingOddities {

    private FramingOddities() {}

    static List<Oddity> all() {
        return List.of(
                odd(
                        "in chunks",
                        (draft, random) -> chunked(draft, "chunked", pieces(draft.body, random) + "0\r\n\r\n")),
                odd(
                        "in chunks with trimmings",
                        (draft, random) -> chunked(
                                draft,
                                "chunked",
                                pieces(draft.body, random).replaceFirst("\r\n", ";a=b;c=\"d\"\r\n")
                                        + "0\r\nX-Trailer: y\r\n\r\n")),
                hopeless(
                        "broken chunks",
                        (draft, random) -> chunked(
                                draft,
                                "chunked",
                                oneOf(
                                        random,
                                        "zz\r\n{}\r\n0\r\n\r\n",
                                        "-1\r\n{}\r\n0\r\n\r\n",
                                        "FFFFFFFFFFFFFFFFF\r\n{}\r\n",
                                        "7fffffff\r\n{}\r\n",
                                        "2\r\n{}0\r\n\r\n",
                                        "1\r\n{}\r\n0\r\n\r\n",
                                        "2\n{}\n0\n\n",
                                        "0x2\r\n{}\r\n0\r\n\r\n",
                                        " 2\r\n{}\r\n0\r\n\r\n",
                                        "2;" + "x".repeat(9_000) + "\r\n{}\r\n0\r\n\r\n",
                                        "0\r\nbroken trailer\r\n\r\n",
                                        "0\r\n" + "X: y\r\n".repeat(3_000) + "\r\n"))),
                hopeless(
                        "another transfer coding",
                        (draft, random) -> chunked(
                                draft,
                                oneOf(
                                        random,
                                        "gzip, chunked",
                                        "identity",
                                        "xchunked",
                                        "chunked, chunked",
                                        "chunked\u000b",
                                        "\"chunked\"",
                                        ""),
                                "2\r\n{}\r\n0\r\n\r\n")),
                hopeless(
                        "chunks and a length",
                        (draft, random) -> chunked(
                                draft.header("Content-Length", "5"),
                                "chunked",
                                pieces(draft.body, random) + "0\r\n\r\n")),
                hopeless(
                        "impossible length",
                        (draft, random) -> lengthOf(
                                draft,
                                oneOf(
                                        random,
                                        "-1",
                                        "+2",
                                        "0x2",
                                        "2,2",
                                        "2, 3",
                                        "2 2",
                                        "",
                                        "two",
                                        "1e1",
                                        "99999999999999999999",
                                        "\u0662"))),
                hopeless("two lengths", (draft, _) -> lengthOf(draft, "2").header("Content-Length", "3")),
                hopeless(
                        "body shorter than told",
                        (draft, _) -> lengthOf(draft, String.valueOf(draft.body.length + 10))),
                hopeless("another request behind", (draft, _) -> {
                    lengthOf(draft, String.valueOf(draft.body.length));
                    draft.body = joined(
                            draft.body, "GET /internal/products HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(ISO_8859_1));
                }),
                odd("length of nothing", (draft, _) -> {
                    draft.body = new byte[0];
                    lengthOf(draft, "0");
                }),
                hopeless("half a request", (draft, random) -> {
                    var whole = draft.bytes();
                    draft.raw = Arrays.copyOf(whole, random.nextInt(1, whole.length));
                }),
                hopeless(
                        "another protocol",
                        (draft, random) -> draft.raw = oneOf(
                                        random,
                                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000",
                                        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"
                                                + "\u0000".repeat(60),
                                        "\u0005\u0001\u0000",
                                        "SSH-2.0-x\r\n",
                                        "*1\r\n$4\r\nPING\r\n",
                                        "\r\n\r\n\r\n\r\n",
                                        "\u0000".repeat(500))
                                .getBytes(ISO_8859_1)),
                hopeless("noise", (draft, random) -> {
                    draft.raw = new byte[random.nextInt(1, 2_000)];
                    random.nextBytes(draft.raw);
                }),
                hopeless("a few wrong bytes", (draft, random) -> {
                    draft.raw = draft.bytes();
                    for (var i = 0; i < 3; i++) {
                        draft.raw[random.nextInt(draft.raw.length)] = (byte) random.nextInt(256);
                    }
                }));
    }

    private static Draft lengthOf(Draft draft, String length) {
        draft.framed = false;
        return draft.header("Content-Length", length);
    }

    private static void chunked(Draft draft, String coding, String chunks) {
        draft.framed = false;
        draft.header("Transfer-Encoding", coding);
        draft.body = chunks.getBytes(ISO_8859_1);
    }

    private static String pieces(byte[] body, Random random) {
        var text = new String(body, ISO_8859_1);
        var chunks = new StringBuilder();
        for (var i = 0; i < text.length(); ) {
            var size = Math.min(text.length() - i, random.nextInt(1, 40));
            chunks.append(Integer.toHexString(size))
                    .append("\r\n")
                    .append(text, i, i + size)
                    .append("\r\n");
            i += size;
        }
        return chunks.toString();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
