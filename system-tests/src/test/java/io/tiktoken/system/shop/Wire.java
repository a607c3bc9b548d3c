package io.tiktoken.system.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The wire between order-service and one neighbour. It passes every request on as it is, tokens and trace
 * headers included, until a {@link Trouble} is put on it; so a crash can be placed between two exact steps.
 */
public final class Wire implements AutoCloseable {

    /** These belong to one connection, not to the message; the client sets them itself. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    static {
        // Without it each answer waits for the caller's delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final URI neighbour;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Trouble> troubles = new CopyOnWriteArrayList<>();

    private Wire(URI neighbour, HttpServer server) {
        this.neighbour = neighbour;
        this.server = server;
    }

    static Wire to(URI neighbour) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var wire = new Wire(neighbour, server);
        server.setExecutor(wire.threads);
        server.createContext("/", wire::carry);
        server.start();
        return wire;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on these commands wait on the wire. */
    public Trouble hold(Command command) {
        return put(new Trouble(Trouble.Kind.HELD, command));
    }

    /** From now on these commands act, but their answers are lost. */
    public Trouble loseAnswersTo(Command command) {
        return put(new Trouble(Trouble.Kind.ANSWER_LOST, command));
    }

    /** From now on the connection breaks before these commands arrive. */
    public Trouble cutOff(Command command) {
        return put(new Trouble(Trouble.Kind.CUT_OFF, command));
    }

    void mend() {
        troubles.forEach(Trouble::close);
    }

    @Override
    public void close() {
        mend();
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }

    private Trouble put(Trouble trouble) {
        troubles.removeIf(Trouble::isOver);
        troubles.add(trouble);
        return trouble;
    }

    /** An exchange that is closed without an answer is a connection that breaks. */
    private void carry(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = copyOf(exchange);
            var trouble = troubleFor(exchange);
            if (trouble.isPresent() && !trouble.get().lets()) {
                return;
            }
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (trouble.isEmpty()) {
                pass(answer, exchange);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Trouble> troubleFor(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return troubles.stream()
                .filter(trouble -> trouble.strikes(exchange.getRequestMethod(), path))
                .findFirst();
    }

    private HttpRequest copyOf(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var copy = HttpRequest.newBuilder(neighbour.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isOfTheMessage(name)) {
                values.forEach(value -> copy.header(name, value));
            }
        });
        return copy.build();
    }

    private static void pass(HttpResponse<byte[]> answer, HttpExchange exchange) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (isOfTheMessage(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        var body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static boolean isOfTheMessage(String header) {
        return !OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }
}
