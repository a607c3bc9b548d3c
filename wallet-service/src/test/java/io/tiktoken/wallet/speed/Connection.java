package io.tiktoken.wallet.speed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection that is kept alive, and as little HTTP on it as can be: the service is to be measured, not this. */
final class Connection implements AutoCloseable {

    private static final byte[] END_OF_HEADERS = bytes("\r\n\r\n");
    private static final byte[] LENGTH = bytes("\r\ncontent-length:");
    private static final byte[] CLOSE = bytes("\r\nconnection: close");
    private static final byte[] LAST_CHUNK = bytes("\r\n0\r\n\r\n");
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private final byte[] buffer = new byte[32 * 1024];
    private int filled;

    Connection(int port) throws IOException {
        this.port = port;
        open();
    }

    /** Sends the bytes of a whole request and returns the status of the answer, all of which has come. */
    int exchange(byte[] request) throws IOException {
        out.write(request);
        filled = 0;
        var headers = -1;
        while (headers < 0) {
            read();
            headers = indexOf(END_OF_HEADERS, filled);
        }
        var body = headers + END_OF_HEADERS.length;
        var length = indexOf(LENGTH, headers);
        if (length >= 0) {
            var end = body + number(length + LENGTH.length);
            while (filled < end) {
                read();
            }
        } else {
            while (!endsWithLastChunk()) {
                read();
            }
        }
        if (indexOf(CLOSE, headers) >= 0) { // After so many requests, services like to see a new connection.
            close();
            open();
        }
        return number(STATUS_AT);
    }

    /** What was answered last, for whoever wonders why. */
    String answer() {
        return new String(buffer, 0, filled, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void open() throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    private void read() throws IOException {
        var read = in.read(buffer, filled, buffer.length - filled);
        if (read <= 0) {
            throw new EOFException("The answer breaks off: " + answer());
        }
        filled += read;
    }

    private boolean endsWithLastChunk() {
        for (var i = 0; i < LAST_CHUNK.length; i++) {
            if (buffer[filled - LAST_CHUNK.length + i] != LAST_CHUNK[i]) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(byte[] wanted, int end) {
        for (var at = 0; at <= end - wanted.length; at++) {
            var same = 0;
            while (same < wanted.length && lowerCase(buffer[at + same]) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private int number(int from) {
        var at = from;
        while (buffer[at] == ' ') {
            at++;
        }
        var number = 0;
        for (; buffer[at] >= '0' && buffer[at] <= '9'; at++) {
            number = 10 * number + buffer[at] - '0';
        }
        return number;
    }

    private static byte lowerCase(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 'a' - 'A') : letter;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
