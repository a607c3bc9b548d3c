package io.tiktoken.system.shop;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One part's executable jar as a process of its own; it can be killed and started again on the same port and data. */
final class ServiceProcess {

    /** Generous, because a build machine may be busy with something else. */
    private static final Duration LONGEST_START = Duration.ofSeconds(120);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    /** They trade top speed for a quick start and little memory. */
    private static final List<String> JVM_FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx192m", "--enable-native-access=ALL-UNNAMED");

    private final Part part;
    private final Address address;
    private final Path jar;
    private final Path temporary;
    private final Map<String, String> environment;
    private final ServiceLog log;
    private Process process;

    /**
     * @param temporary where the process may unpack things: one that is killed leaves them behind
     */
    ServiceProcess(
            Part part, Address address, Path jar, Path temporary, Map<String, String> environment, ServiceLog log) {
        this.part = part;
        this.address = address;
        this.jar = jar;
        this.temporary = temporary;
        this.environment = environment;
        this.log = log;
    }

    ServiceLog log() {
        return log;
    }

    /** The end of what it wrote since the last mark, with a line that tells whose it is. */
    String logTail() {
        return "--- %s (%s)%n%s".formatted(part.module(), log.file(), log.tail());
    }

    /** Starts the process and returns, with where it listens, when it says that it is ready. */
    Address start(HttpClient client) throws InterruptedException {
        return start(client, Map.of());
    }

    /** @param settings environment variables for this time only */
    Address start(HttpClient client, Map<String, String> settings) throws InterruptedException {
        log.mark();
        launch(settings);
        var deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady(client)) {
            if (!process.isAlive()) {
                throw failure("ended with %d instead of getting ready".formatted(process.exitValue()));
            }
            if (System.nanoTime() > deadline) {
                throw failure("was not ready after " + LONGEST_START);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return address;
    }

    /** As {@code kill -9} does it: no warning, no last words. */
    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    private synchronized void launch(Map<String, String> settings) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException("There is no %s; ./mvnw package builds it".formatted(jar));
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-jar");
        command.add(jar.toString());
        var builder = new ProcessBuilder(command).directory(temporary.toFile()).redirectErrorStream(true);
        builder.redirectInput(new File("/dev/null"));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + jar, e);
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        var question = HttpRequest.newBuilder(address.readiness())
                .timeout(LONGEST_LOOK)
                .build();
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private IllegalStateException failure(String what) {
        return new IllegalStateException("%s %s; see %s".formatted(part.module(), what, log.file()));
    }
}
