package io.tiktoken.wallet.speed;

import io.tiktoken.wallet.TestApprovals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wallet-service as it is shipped, in a process of its own. */
final class Service implements AutoCloseable {

    /** What the service's writer had done by one moment. */
    record Batches(double flushes, double writes) {

        Batches since(Batches before) {
            return new Batches(flushes - before.flushes, writes - before.writes);
        }
    }

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;
    private final int managementPort;

    /**
     * @param folder of its database and its log
     * @param options for its virtual machine, besides those of the image
     */
    Service(Path jar, Path folder, URI authService, String options) throws IOException, InterruptedException {
        port = freePort();
        managementPort = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:MaxRAMPercentage=50",
                "--enable-native-access=ALL-UNNAMED"));
        Stream.of(options.split(" ")).filter(option -> !option.isEmpty()).forEach(command::add);
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("service.log").toFile()));
        builder.environment().put("TIKTOKEN_DATA", folder.toString());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        builder.environment().put("TIKTOKEN_AUTH_URL", authService.toString());
        builder.environment().put("TIKTOKEN_APPROVAL_KEY", Base64.getEncoder().encodeToString(TestApprovals.KEY));
        builder.environment().put("TIKTOKEN_WALLET_SECRET", "not-a-secret");
        process = builder.start();
        awaitReady(folder);
    }

    int port() {
        return port;
    }

    long cpuMicros() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1_000;
    }

    Batches batches() {
        var values =
                get(managementPort, "/actuator/metrics/tiktoken.writer.batch").path("measurements");
        return new Batches(measured(values, "COUNT"), measured(values, "TOTAL"));
    }

    JsonNode proof() {
        return get(port, "/api/ledger/proof");
    }

    /** As when the plug is pulled, as far as a program can do that. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }

    private void awaitReady(Path folder) throws IOException, InterruptedException {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        "The service does not start:\n" + Files.readString(folder.resolve("service.log")));
            }
            Thread.sleep(100);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            var asked = HttpRequest.newBuilder(uri(managementPort, "/actuator/health/readiness"));
            return http.send(asked.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode get(int port, String path) {
        try {
            var answer = http.send(HttpRequest.newBuilder(uri(port, path)).build(), BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double measured(JsonNode values, String statistic) {
        return values.valueStream()
                .filter(value -> statistic.equals(value.path("statistic").asString()))
                .findAny()
                .orElseThrow()
                .path("value")
                .asDouble();
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
