package io.tiktoken.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tiktoken.launcher.FakeShop;
import io.tiktoken.launcher.shop.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTests {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

    @TempDir
    Path home;

    private FakeShop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new FakeShop(home);
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void startsAgainWhatDiedAndSaysSo() throws Exception {
        shop.run("up", "--detach");
        var before = shop.process("wallet-service").pid();

        shop.kill("wallet-service");

        awaitLog("wallet-service   ready after ");
        assertThat(shop.process("wallet-service").pid()).isNotEqualTo(before);
        assertThat(shop.run("logs", "launcher").out())
                .contains(
                        "wallet-service has ended or was killed; the others go on. It is started again in 1 s.",
                        "  | This is the log of wallet-service",
                        "  wallet-service is started again");
        var status = shop.run("status");
        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).containsPattern("wallet-service +ready .* died once\n");
        assertThat(Files.readString(shop.data().resolve("logs/wallet-service.previous.log")))
                .isEqualTo("This is the log of wallet-service\n");

        var keeper = shop.process("keeper");
        Files.delete(shop.data().resolve("run/keeper.pid")); // Whom nobody could find to end it ends by itself.
        await().atMost(LONG_ENOUGH).until(() -> !keeper.isAlive());
    }

    @Test
    void leavesOneThatKeepsDyingAloneForLongerEachTimeAndShowsIt() throws Exception {
        shop.run("up", "--detach");
        shop.make("dies-fx-service");
        var log = shop.data().resolve("logs/launcher.log");
        Files.writeString(log, "long ago\n".repeat(200_000), StandardOpenOption.APPEND);

        shop.kill("fx-service");

        awaitLog("started again in 2 s, having died 2 times in a row.");
        var status = shop.run("status");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out())
                .containsPattern("fx-service +has died +died 2 times in a row; is (started again in|about)");
        assertThat(shop.run("logs", "launcher").out())
                .contains("It is started again in 1 s.", "fx-service was told to die.");

        assertThat(Files.readString(log)).doesNotContain("long ago");

        Files.delete(shop.data().resolve("dies-fx-service"));

        awaitLog("fx-service       ready after ");
        shop.kill("keeper");
        shop.kill("fx-service");
        assertThat(shop.run("status").out()).contains("nobody starts it again: ./tiktoken up");
    }

    /** Ctrl-C reaches every process of the terminal's job; the services wait until they are told to stop in turn. */
    @Test
    void aSignalStopsEverythingTheDoorFirst() throws Exception {
        var up = shop.start("up");
        await().atMost(LONG_ENOUGH).until(() -> up.output().contains("Ctrl-C stops all services."));

        for (var service : Service.values()) {
            signal("INT", shop.process(service.module()));
            signal("HUP", shop.process(service.module()));
        }
        signal("TERM", up.process().toHandle());

        assertThat(up.process().waitFor()).isZero();
        assertThat(up.output()).contains("Stopping ...\n  gateway stopped\n  order-service stopped\n");
        assertThat(shop.lines("events"))
                .filteredOn(event -> event.startsWith("stops"))
                .startsWith("stops gateway", "stops order-service")
                .hasSize(6);
        assertThat(shop.lines("run/keeper.pid")).isEmpty();
    }

    @Test
    void aSignalWhileStartingStopsWhatWasStarted() throws Exception {
        shop.make("never-ready-catalog-service");
        var up = shop.start("up");
        await().atMost(LONG_ENOUGH).until(() -> up.output().contains("auth-service     ready"));

        signal("TERM", up.process().toHandle());

        assertThat(up.process().waitFor()).isEqualTo(143);
        assertThat(up.output()).contains("Stopping ...", "  auth-service stopped", "  catalog-service stopped");
        assertThat(shop.run("status").out()).doesNotContain("has died", "ready");
    }

    @Test
    void downStopsWhatAnotherTerminalWatches() throws Exception {
        var up = shop.start("up");
        await().atMost(LONG_ENOUGH).until(() -> up.output().contains("Ctrl-C stops all services."));

        var down = shop.run("down");

        assertThat(down.exitCode()).isZero();
        assertThat(down.out()).endsWith("TikToken is stopped.\n");
        assertThat(up.process().waitFor()).isZero();
        assertThat(up.output()).contains("  auth-service stopped");
    }

    @Test
    void aKilledLauncherLeavesServicesThatTheNextOneFinds() throws Exception {
        var up = shop.start("up");
        await().atMost(LONG_ENOUGH).until(() -> up.output().contains("Ctrl-C stops all services."));
        var gateway = shop.process("gateway").pid();

        up.process().destroyForcibly().waitFor();

        assertThat(shop.run("status").exitCode()).isZero();
        assertThat(shop.run("up").out()).startsWith("TikToken is already running:");
        assertThat(shop.process("gateway").pid()).isEqualTo(gateway);
        shop.kill("gateway"); // The second launcher has left somebody who watches.
        awaitLog("gateway          ready after ");
        assertThat(shop.run("down").out()).contains("  gateway stopped\n", "  auth-service stopped\n");
    }

    /** A build may replace the launcher's class files under one that runs. */
    @Test
    void watchesAndStopsWithoutItsClassFiles() throws Exception {
        var classes = home.resolve("classes");
        copy(FakeShop.classes(), classes);
        shop.runFrom(classes);
        var up = shop.start("up");
        await().atMost(LONG_ENOUGH).until(() -> up.output().contains("Ctrl-C stops all services."));
        try (var files = Files.walk(classes)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }

        shop.kill("fx-service");

        await().atMost(LONG_ENOUGH).until(() -> up.output().contains("fx-service is started again"));
        signal("TERM", up.process().toHandle());
        assertThat(up.process().waitFor()).isZero();
        assertThat(up.output()).contains("  auth-service stopped");
        shop.runFrom(FakeShop.classes());
        assertThat(shop.run("status").out()).doesNotContain("died");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private void awaitLog(String words) {
        await().atMost(LONG_ENOUGH)
                .until(() -> String.join("\n", shop.lines("logs/launcher.log")).contains(words));
    }

    private static void signal(String signal, ProcessHandle process) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()));
        assertThat(kill.start().waitFor()).isZero();
    }
}
