package io.tiktoken.defaults.testing;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP by hand, because every client library tidies up what an attacker would send. */
public final class RawRequest {

    private static final int PATIENCE_MILLIS = 10_000;

    private RawRequest() {}

    /** The whole answer to these bytes, as text. */
    public static String send(int port, String bytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** A request line and more headers than those that every request has, each ended by CR and LF. */
    public static String send(int port, String requestLine, String moreHeaders) throws IOException {
        return send(port, requestLine + "\r\nHost: localhost\r\nConnection: close\r\n" + moreHeaders + "\r\n");
    }
}
