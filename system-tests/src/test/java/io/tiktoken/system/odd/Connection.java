package io.tiktoken.system.odd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A connection for one request: writes its bytes as they are, and reads one answer, with a bound on everything. */
final class Connection implements AutoCloseable {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LONGEST_BODY = 2 * 1024 * 1024;

    private final Socket socket;
    private final InputStream in;

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** @param patience how long to wait for each piece of the answer */
    static Reply ask(OddRequest request, Duration patience) throws IOException {
        try (var connection =
                new Connection(new Socket(request.url().getHost(), request.url().getPort()))) {
            connection.socket.setSoTimeout((int) patience.toMillis());
            connection.write(request.bytes());
            return connection.read(request.hasAnswerWithoutBody());
        } catch (SocketTimeoutException silent) {
            return Reply.SILENCE;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Whoever refuses a request before it has come to its end may close the connection meanwhile. */
    private void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException closedEarly) {
            // What it said before that, if anything, is read all the same.
        }
    }

    private Reply read(boolean withoutBody) throws IOException {
        try {
            var status = STATUS.matcher(line());
            if (!status.matches()) {
                return Reply.CLOSED;
            }
            var number = Integer.parseInt(status.group(1));
            var headers = headers();
            var ends = withoutBody || number < 200 || number == 204 || number == 304;
            return new Reply(number, headers, ends || isStream(headers) ? "" : body(headers));
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (IOException broken) {
            return Reply.CLOSED;
        }
    }

    private static boolean isStream(Map<String, String> headers) {
        return headers.getOrDefault("content-type", "").startsWith("text/event-stream");
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String body(Map<String, String> headers) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (headers.containsKey("content-length")) {
            bytes.writeBytes(in.readNBytes(Math.min(LONGEST_BODY, Integer.parseInt(headers.get("content-length")))));
        } else if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            for (var size = chunkSize(); size > 0 && bytes.size() < LONGEST_BODY; size = chunkSize()) {
                bytes.writeBytes(in.readNBytes(size));
                line();
            }
        } else {
            bytes.writeBytes(in.readNBytes(LONGEST_BODY));
        }
        return bytes.toString(UTF_8);
    }

    private int chunkSize() throws IOException {
        var line = line();
        return line.isEmpty()
                ? 0
                : Integer.parseInt(line.replaceFirst(";.*", "").strip(), 16);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var b = in.read(); b != '\n' && b >= 0 && line.size() < LONGEST_LINE; b = in.read()) {
            line.write(b);
        }
        return line.toString(ISO_8859_1).strip();
    }
}
