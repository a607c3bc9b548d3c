package io.tiktoken.system.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A shop of its own that {@code ./tiktoken} of some checkout starts as it always does; only the limits on what one person or address
 * may do are raised, and a shelf is filled. It lives in a folder of its own, which goes with it.
 */
final class TrialShop {

    private static final List<String> PROGRAMS =
            List.of("gateway", "auth-service", "catalog-service", "wallet-service", "order-service", "fx-service");

    private static final int GATEWAY_PORT = 8080;
    private static final String MUCH = "100000000.00";

    private static final Map<String, String> RAISED_LIMITS = Map.of(
            "TIKTOKEN_RATE_LIMITS_FACTOR", "100000",
            "TIKTOKEN_LOGIN_PER_ACCOUNT", "1000000",
            "TIKTOKEN_LIMIT_HOLDING", MUCH,
            "TIKTOKEN_LIMIT_TRANSACTION", MUCH,
            "TIKTOKEN_LIMIT_DAY", MUCH,
            "TIKTOKEN_LIMIT_YEAR", MUCH,
            "TIKTOKEN_FX_FETCH", "false"); // nothing leaves this machine

    private final String name;
    private final Path home;
    private final Path data;
    private final int offset;
    private final Map<String, String> environment;

    /**
     * @param specification {@code name=folder of a checkout}, then {@code ,VARIABLE=value} as often as needed
     * @param offset of its ports, which no other shop on this machine may have
     */
    TrialShop(String specification, int offset) {
        var words = specification.split(",");
        var where = words[0].split("=", 2);
        this.name = where[0];
        this.home = Path.of(where[1]).toAbsolutePath().normalize();
        this.offset = offset;
        this.environment = new HashMap<>(RAISED_LIMITS);
        Arrays.stream(words)
                .skip(1)
                .map(word -> word.split("=", 2))
                .forEach(setting -> environment.put(setting[0], setting[1]));
        try {
            this.data = Files.createTempDirectory("tiktoken-trial-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.put("TIKTOKEN_DATA", data.toString());
        environment.put("TIKTOKEN_PORT_OFFSET", String.valueOf(offset));
        environment.put("TIKTOKEN_PUBLIC_URL", "http://localhost:" + port());
    }

    String name() {
        return name;
    }

    int port() {
        return GATEWAY_PORT + offset;
    }

    /** So that what is measured starts as it always does after its first day. A checkout from before knows no training. */
    void train() throws IOException, InterruptedException {
        if (Files.exists(home.resolve("launcher/src/main/java/io/tiktoken/launcher/command/Train.java"))) {
            tiktoken("train");
        }
    }

    /** How long it took until all were ready. */
    Duration start() throws IOException, InterruptedException {
        var began = System.nanoTime();
        tiktoken("up", "--detach");
        return Duration.ofNanos(System.nanoTime() - began);
    }

    void stop() throws IOException, InterruptedException {
        tiktoken("down");
    }

    /** Puts more of everything on the shelves than anybody will buy. */
    void fillShelves() throws SQLException {
        try (var catalogue = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("catalog.db"));
                var statement = catalogue.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.executeUpdate("UPDATE stock SET on_hand = on_hand + 100000000");
        }
    }

    /** Processor time so far of each program, in milliseconds. */
    Map<String, Long> processorMillis() {
        var millis = new LinkedHashMap<String, Long>();
        PROGRAMS.forEach(program -> millis.put(program, Processor.millisOf(pid(program))));
        return millis;
    }

    /** What all programs hold together. */
    long megabytes() {
        return PROGRAMS.stream()
                .mapToLong(program -> Processor.megabytesOf(pid(program)))
                .sum();
    }

    private long pid(String program) {
        try {
            return Long.parseLong(Files.readString(data.resolve("run").resolve(program + ".pid"))
                    .split(" ", 2)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("%s of %s is not running".formatted(program, name), e);
        }
    }

    private void tiktoken(String... words) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(home.resolve("tiktoken").toString());
        builder.command().addAll(List.of(words));
        builder.environment().putAll(environment);
        var log = data.resolve("trial.log").toFile();
        var process = builder.directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("./tiktoken %s of %s failed:%n%s"
                    .formatted(String.join(" ", words), name, Files.readString(log.toPath())));
        }
    }

    /** Stops it and forgets all that it knew. */
    void remove() throws IOException, InterruptedException {
        stop();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
