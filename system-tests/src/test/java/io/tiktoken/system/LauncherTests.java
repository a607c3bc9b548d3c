package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tiktoken.system.shop.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator of one machine does: the launcher with the six real programs, in a data folder of its own. */
class LauncherTests {

    private static final Path PROJECT = Path.of(System.getProperty("tiktoken.home"));
    private static final Duration LONGEST_RESTART = Duration.ofSeconds(120);

    @TempDir
    Path home;

    private final int offset = freeOffset();

    /** The programs are those of this build, whatever their sources look like by now. */
    @BeforeEach
    void linkPrograms() throws IOException {
        for (var part : Part.values()) {
            Files.createSymbolicLink(home.resolve(part.module()), PROJECT.resolve(part.module()));
        }
        var nothingToBuild = Files.writeString(home.resolve("tiktoken"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(nothingToBuild, PosixFilePermissions.fromString("rwx------"));
    }

    @AfterEach
    void stop() throws Exception {
        launch("down");
        for (var part : Part.values()) {
            Files.delete(home.resolve(part.module()));
        }
    }

    @Test
    void bringsTheShopUpStartsAgainWhatDiesAndStopsIt() throws Exception {
        assertThat(launch("up", "--detach", "--demo"))
                .contains("TikToken is up after", "The first administrator, shown this once:", "Demo customers")
                .endsWith("exit code 0");
        assertThat(Files.readAllLines(home.resolve("data/demo-customers.txt")))
                .hasSize(2)
                .allMatch(line -> line.endsWith(" funded"));
        assertThat(launch("status")).doesNotContain("died").endsWith("exit code 0");
        assertThat(launch("admin-reset")).contains("auth-service is running").endsWith("exit code 1");

        var pid = Files.readString(home.resolve("data/run/fx-service.pid")).split(" ", 2)[0];
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();

        await().atMost(LONGEST_RESTART)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> launch("status").matches("(?s).*fx-service +ready .* died once.*exit code 0"));
        assertThat(launch("down"))
                .contains("  gateway stopped\n", "  fx-service stopped\n")
                .endsWith("exit code 0");
        assertThat(launch("admin-reset")).contains("  admin/").endsWith("exit code 0");
    }

    /** What a command says, and how it ends. */
    private String launch(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dtiktoken.home=" + home,
                "-cp",
                PROJECT.resolve("launcher/target/classes").toString(),
                "io.tiktoken.launcher.Launcher"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("TIKTOKEN_PORT_OFFSET", String.valueOf(offset));
        builder.environment().put("TIKTOKEN_FX_FETCH", "false"); // Nothing leaves this machine.
        builder.environment().put("TIKTOKEN_TRAIN_AFTER", "86400"); // It would take longer than this story.
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        return said + "exit code " + process.waitFor();
    }

    /** All ports below the range from which the system takes those of outgoing connections. */
    private static int freeOffset() {
        return ThreadLocalRandom.current()
                .ints(12_000, 22_000)
                .filter(offset -> IntStream.of(8080, 8101, 8102, 8103, 8104, 8105)
                        .flatMap(port -> IntStream.of(port + offset, port + offset + 1000))
                        .allMatch(LauncherTests::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
