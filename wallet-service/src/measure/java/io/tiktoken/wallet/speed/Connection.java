package io.tiktoken.wallet.speed;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection that is kept alive, and as little HTTP on it as can be: the service is to be measured, not this. */
final class Connection {

    private static final byte[] END_OF_HEADERS = bytes("\r\n\r\n");
    private static final byte[] LENGTH = bytes("\r\ncontent-length:");
    private static final byte[] CLOSE = bytes("\r\nconnection: close");
    private static final byte[] LAST_CHUNK = bytes("\r\n0\r\n\r\n");
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int LONGEST_ANSWER = 32 * 1024;

    private final Selector selector;
    private final InetSocketAddress service;
    private final ByteBuffer answer = ByteBuffer.wrap(new byte[LONGEST_ANSWER]);
    private SocketChannel channel;
    private long sent;
    private long waited;

    /** @param selector is told when there is something to {@link #read} */
    Connection(Selector selector, int port) throws IOException {
        this.selector = selector;
        this.service = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.channel = open();
    }

    /** Sends the bytes of a whole request, when the one before has been answered. */
    void send(byte[] request) throws IOException {
        if (indexOf(CLOSE, answer.position()) >= 0) { // After so many requests, services like to see a new connection.
            channel.close();
            channel = open();
        }
        answer.clear();
        sent = System.nanoTime();
        var bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Reads what has come, and says whether that is the whole answer. */
    boolean read() throws IOException {
        if (channel.read(answer) < 0) {
            throw new EOFException("The answer breaks off: " + answer());
        }
        waited = System.nanoTime() - sent;
        var headers = indexOf(END_OF_HEADERS, answer.position());
        if (headers < 0) {
            return false;
        }
        var length = indexOf(LENGTH, headers);
        return length < 0
                ? endsWithLastChunk()
                : answer.position() >= headers + END_OF_HEADERS.length + number(length + LENGTH.length);
    }

    /** How long the answer took, in nanoseconds. */
    long waited() {
        return waited;
    }

    int status() {
        return number(STATUS_AT);
    }

    /** What was answered last, for whoever wonders why. */
    String answer() {
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
    }

    private SocketChannel open() throws IOException {
        var opened = SocketChannel.open(service);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        return opened;
    }

    private boolean endsWithLastChunk() {
        return indexOf(LAST_CHUNK, answer.position()) == answer.position() - LAST_CHUNK.length;
    }

    private int indexOf(byte[] wanted, int end) {
        for (var at = 0; at <= end - wanted.length; at++) {
            var same = 0;
            while (same < wanted.length && lowerCase(answer.get(at + same)) == wanted[same]) {
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
        while (answer.get(at) == ' ') {
            at++;
        }
        var number = 0;
        for (; answer.get(at) >= '0' && answer.get(at) <= '9'; at++) {
            number = 10 * number + answer.get(at) - '0';
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
