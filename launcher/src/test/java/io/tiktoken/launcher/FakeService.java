package io.tiktoken.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Stands in for a service's jar: listens where it is told to, says that it is ready, and writes down what happens to it.
 * Files in the data folder make it fail: {@code dies-<name>} at its start, {@code never-ready-<name>}.
 */
public final class FakeService {

    private static final Path JAR = Path.of(System.getProperty("java.class.path"));
    private static final String NAME = JAR.getFileName().toString().replace(".jar", "");
    private static final int START_MILLIS = 150;

    /** To everything: what anybody looks for in an answer is in it. */
    private static final String ANSWER = """
            {"pin":"123456","id":"i-1","merchant":{"id":"m-1"},"total":{"amount":790},"approval":"a-1"}""";

    private FakeService() {}

    public static void main(String[] arguments) throws Exception {
        if ("tools".equals(System.getProperty("jarmode"))) {
            unpack(Path.of(arguments[2]));
        } else if (arguments.length > 0) {
            System.exit(resetAdministrator(arguments[1]));
        } else {
            serve();
        }
    }

    /** {@code extract --destination folder}. */
    private static void unpack(Path destination) throws IOException {
        Files.createDirectories(destination);
        Files.copy(JAR, destination.resolve(JAR.getFileName()));
    }

    private static int resetAdministrator(String username) throws IOException {
        switch (username) {
            case "nobody" -> {
                System.err.println("There is no administrator called 'nobody'; nothing was changed.");
                return 2;
            }
            case "broken" -> {
                System.out.println("The reset broke in the middle.");
                return 1;
            }
            default -> {
                System.err.println("The new password is here:");
                Files.writeString(data("first-administrator.txt"), username + "/new-password\n");
                return 0;
            }
        }
    }

    private static void serve() throws Exception {
        note("starts");
        Files.writeString(data("environment-" + NAME), lines(System.getenv()));
        Files.writeString(Path.of(System.getenv("LOGGING_FILE_NAME")), "This is the log of " + NAME + "\n");
        System.out.println("This is the output of " + NAME);
        if (Files.exists(data("dies-" + NAME))) {
            Files.writeString(
                    Path.of(System.getenv("LOGGING_FILE_NAME")),
                    "\nDescription:\n\n" + NAME + " was told to die.\n\nAction:\n\nNone.\n");
            System.exit(3);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> note("stops")));
        Thread.sleep(START_MILLIS);
        if (NAME.equals("auth-service") && !Files.exists(data("auth.db"))) {
            Files.createFile(data("auth.db"));
            Files.writeString(data("first-administrator.txt"), "admin/first-password\n");
        }
        listen("SERVER_PORT").createContext("/", FakeService::answer);
        if (!Files.exists(data("never-ready-" + NAME))) {
            note("ready");
            listen("MANAGEMENT_SERVER_PORT")
                    .createContext("/actuator/health/readiness", exchange -> reply(exchange, "{\"status\":\"UP\"}"));
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var cookie = exchange.getRequestHeaders().getFirst("Cookie");
        Files.writeString(
                data("requests"),
                "%s %s %s\n".formatted(exchange.getRequestURI(), body, cookie),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        exchange.getResponseHeaders().add("Set-Cookie", "tiktoken_session=s-1; Path=/; Secure; HttpOnly");
        if (Files.exists(data("refuses"))) {
            exchange.sendResponseHeaders(409, -1);
        }
        reply(exchange, ANSWER);
    }

    private static void reply(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static HttpServer listen(String port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv(port)));
        var server = HttpServer.create(address, 0);
        server.start();
        return server;
    }

    private static void note(String what) {
        try {
            Files.writeString(
                    data("events"), what + " " + NAME + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path data(String name) {
        return Path.of(System.getenv("TIKTOKEN_DATA"), name);
    }

    private static String lines(Map<String, String> environment) {
        return new TreeMap<>(environment)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
