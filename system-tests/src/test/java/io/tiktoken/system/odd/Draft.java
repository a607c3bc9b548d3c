package io.tiktoken.system.odd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request in the making: right at first, then odder and odder. Its head is text of which each letter becomes one byte, so that
 * it can hold any bytes at all.
 */
final class Draft {

    String method;
    String path;
    String query = "";
    String version = "HTTP/1.1";
    String lineEnd = "\r\n";
    final List<String> headers = new ArrayList<>();
    byte[] body;
    /** Whether the body's length is told, as it is. */
    boolean framed = true;
    /** What is sent in place of all this, if anything. */
    byte[] raw = new byte[0];

    private final List<String> oddities = new ArrayList<>();
    private Grade grade = Grade.ODD;

    Draft(String method, String path, byte[] body) {
        this.method = method;
        this.path = path;
        this.body = body;
    }

    Draft header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    /** In place of any that it had. */
    Draft onlyHeader(String name, String value) {
        without(name);
        return header(name, value);
    }

    Draft without(String name) {
        headers.removeIf(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1));
        return this;
    }

    Draft parameter(String name, String value) {
        query += (query.isEmpty() ? "?" : "&") + name + "=" + value;
        return this;
    }

    void note(Oddity oddity) {
        oddities.add(oddity.name());
        grade = grade.or(oddity.grade());
    }

    Grade grade() {
        return lacksItsLastChunk() ? grade.or(Grade.HOPELESS) : grade;
    }

    /** Another body took the place of one in chunks: whoever reads it waits for the end. */
    private boolean lacksItsLastChunk() {
        return headers.contains("Transfer-Encoding: chunked") && !new String(body, ISO_8859_1).endsWith("\r\n\r\n");
    }

    String oddities() {
        return String.join(" + ", oddities);
    }

    byte[] bytes() {
        if (raw.length > 0) {
            return raw;
        }
        var lines = new ArrayList<String>();
        lines.add((method + " " + path + query + " " + version).strip());
        lines.addAll(headers);
        if (framed && body.length > 0) {
            lines.add("Content-Length: " + body.length);
        }
        var whole = new ByteArrayOutputStream();
        var head = lines.stream().map(line -> line + lineEnd).collect(Collectors.joining()) + lineEnd;
        whole.writeBytes(head.getBytes(ISO_8859_1));
        whole.writeBytes(body);
        return whole.toByteArray();
    }
}
