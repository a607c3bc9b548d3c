package io.tiktoken.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.launcher.FakeShop;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps {@code up} from coming to its end: it says why, and leaves nothing behind. */
class FailedUpTests {

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
    void stopsEverythingAgainWhenAServiceDoesNotStart() throws Exception {
        shop.make("dies-order-service");

        var up = shop.run("up", "--detach");

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.err())
                .contains(
                        "order-service did not start.",
                        "order-service was told to die.",
                        "The end of " + shop.data().resolve("logs/order-service.log"),
                        "  | This is the output of order-service",
                        "What this command had started is being stopped again.")
                .doesNotContain("None.\nNone.");
        assertThat(up.out()).contains("Stopping ...", "  auth-service stopped");
        assertNothingIsLeft();
    }

    @Test
    void givesUpOnAServiceThatNeverGetsReady() throws Exception {
        shop.make("never-ready-auth-service");

        var up = shop.with("TIKTOKEN_START_WITHIN", "3").run("up");

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.err()).contains("auth-service is not ready after 3 s (TIKTOKEN_START_WITHIN can grant it more).");
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        assertThat(shop.lines("run/starter.pid")).isEmpty();
        assertThat(shop.lines("run/keeper.pid")).isEmpty();
        for (var port : List.of(8080, 8101, 8102, 8103, 8104, 8105)) {
            assertThat(shop.isPortInUse(port + shop.offset()))
                    .as("port of " + port)
                    .isFalse();
        }
    }

    @Test
    void namesThePortsThatAreTakenBeforeAnythingIsBuilt() throws Exception {
        try (var taken = new ServerSocket(9103 + shop.offset(), 1, InetAddress.getLoopbackAddress())) {
            var up = shop.run("up");

            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.err())
                    .containsPattern(
                            "Port %d, which wallet-service needs, is in use by ".formatted(taken.getLocalPort()))
                    .containsPattern("for example: TIKTOKEN_PORT_OFFSET=[2-9][0-9]*000 ./tiktoken up");
            assertThat(shop.lines("builds")).isEmpty();
        }
    }

    @Test
    void refusesAnOffsetThatMovesPortsOntoOurOwn() throws Exception {
        var up = shop.with("TIKTOKEN_PORT_OFFSET", "1000").run("up");

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.err())
                .contains("TIKTOKEN_PORT_OFFSET=1000 moves port 8080 of gateway to 9080")
                .containsPattern("Another one is free: TIKTOKEN_PORT_OFFSET=[2-9][0-9]*000 ./tiktoken up");
    }

    @Test
    void saysThatTheBuildFailed() throws Exception {
        shop.make("build-fails");

        var up = shop.run("up");

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.err()).isEqualTo("The build failed; what Maven says about it stands above.\n");
        assertThat(shop.lines("events")).isEmpty();
    }

    @Test
    void onlyOneStartsServicesAtATime() throws Exception {
        shop.make("never-ready-auth-service");
        var first = shop.start("up");
        org.awaitility.Awaitility.await()
                .until(() -> !shop.lines("run/auth-service.pid").isEmpty());

        var second = shop.run("up");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err())
                .startsWith("The shop is just being started by process %d."
                        .formatted(first.process().pid()));
        assertThat(shop.run("down").exitCode()).isZero();
        assertThat(first.process().waitFor()).isEqualTo(143);
        assertNothingIsLeft();
    }
}
