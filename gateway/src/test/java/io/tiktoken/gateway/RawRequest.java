package io.tiktoken.gateway;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP by hand, because every client library tidies up what an attacker would send. */
public final class RawRequest {

    private RawRequest() {}

    /** The whole answer to these bytes, as text. */
    public static String send(int port, String bytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    public static String get(int port, String target) throws IOException {
        return send(port, "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n".formatted(target, port));
    }
}
