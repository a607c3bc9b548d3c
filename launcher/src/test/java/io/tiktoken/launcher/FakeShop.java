package io.tiktoken.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.launcher.shop.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A project's folder with six {@link FakeService}s, on ports of its own, and the real launcher as a process. */
public final class FakeShop {

    private static final String BUILD = """
            #!/bin/sh
            shift
            echo "$*" >>"$TIKTOKEN_DATA/builds"
            [ ! -e "$TIKTOKEN_DATA/build-fails" ]
            """;
    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
    private static final long LONGEST_COMMAND_SECONDS = 90;

    private final Path home;
    private final Path data;
    private final int offset;
    private final Map<String, String> environment = new HashMap<>();
    private Path classes = CLASSES;

    public FakeShop(Path home) throws IOException {
        this.home = home;
        data = Files.createDirectory(home.resolve("data"));
        offset = freeOffset();
        environment.put("TIKTOKEN_PORT_OFFSET", String.valueOf(offset));
        environment.put("TIKTOKEN_DATA", data.toString());
        environment.put("TIKTOKEN_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        environment.put("PATH", System.getenv("PATH"));
        Files.writeString(home.resolve("tiktoken"), BUILD);
        Files.setPosixFilePermissions(home.resolve("tiktoken"), PosixFilePermissions.fromString("rwxr-xr-x"));
        for (var service : Service.values()) {
            var target = Files.createDirectories(home.resolve(service.module()).resolve("target"));
            writeJar(target.resolve(service.module() + ".jar"));
            Files.createFile(target.resolve(service.module() + ".jar.original"));
        }
    }

    public Path data() {
        return data;
    }

    public int offset() {
        return offset;
    }

    public FakeShop with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** From here on the launcher is run from these classes. */
    public void runFrom(Path copy) {
        classes = copy;
    }

    public static Path classes() {
        return CLASSES;
    }

    /** Runs a command to its end. */
    public Result run(String... words) throws Exception {
        var running = start(words);
        if (!running.process.waitFor(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS)) {
            running.process.destroyForcibly();
            throw new AssertionError(List.of(words) + " did not end: " + running.output());
        }
        return new Result(running.process.exitValue(), running.output(), Files.readString(running.err));
    }

    /** Starts a command that stays. */
    public Running start(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dtiktoken.home=" + home,
                "-cp",
                classes.toString()));
        // So that its coverage counts as well.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:"))
                .forEach(command::add);
        command.add("io.tiktoken.launcher.Launcher");
        command.addAll(List.of(words));
        var out = Files.createTempFile(home, "out", ".txt");
        var err = Files.createTempFile(home, "err", ".txt");
        var builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    public void make(String file) throws IOException {
        Files.createFile(data.resolve(file));
    }

    /** What a service or the build has written down, one thing a line. */
    public List<String> lines(String file) {
        try {
            return Files.exists(data.resolve(file)) ? Files.readAllLines(data.resolve(file)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A remembered process, which lives. */
    public ProcessHandle process(String name) {
        var pid = Long.parseLong(lines("run/" + name + ".pid").getFirst().split(" ")[0]);
        return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError(name + " does not live"));
    }

    public void kill(String name) {
        var process = process(name);
        process.destroyForcibly();
        process.onExit().join();
    }

    public boolean isPortInUse(int port) {
        return !isFree(port);
    }

    /** Ends whatever a test has left. */
    public void close() throws Exception {
        classes = CLASSES;
        assertThat(run("down").exitCode()).isZero();
    }

    private static void writeJar(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        var entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new ZipEntry(entry));
            in.transferTo(out);
        }
    }

    /** Below the range from which the system takes ports for outgoing connections. */
    private static int freeOffset() {
        return ThreadLocalRandom.current()
                .ints(12_000, 23_000)
                .filter(offset -> Arrays.stream(new int[] {8080, 8101, 8102, 8103, 8104, 8105})
                        .allMatch(port -> isFree(port + offset) && isFree(port + offset + 1000)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    public record Result(int exitCode, String out, String err) {}

    /** A command that has not ended yet. */
    public record Running(Process process, Path out, Path err) {

        public String output() {
            try {
                return Files.readString(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
