package io.tiktoken.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.launcher.FakeShop;
import io.tiktoken.launcher.shop.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpTests {

    private static final List<String> ALL =
            Arrays.stream(Service.values()).map(Service::module).toList();

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
    void startsEverythingInOrderAndSaysWhereItIs() throws Exception {
        var up = shop.run("up", "--detach");

        assertThat(up.exitCode()).isZero();
        assertThat(up.err()).isEmpty();
        assertThat(up.out().lines().map(line -> line.replaceAll("[0-9]+\\.[0-9] s", "N s")))
                .contains(
                        "Starting 6 of 6 services, %d at a time ..."
                                .formatted(Runtime.getRuntime().availableProcessors()),
                        "  gateway          ready after N s on " + (8080 + shop.offset()),
                        "TikToken is up after N s:",
                        "  the shop   http://localhost:" + (8080 + shop.offset()),
                        "  health     http://127.0.0.1:%d/actuator/health".formatted(9080 + shop.offset()),
                        "  data       " + shop.data(),
                        "The first administrator, shown this once:",
                        "  admin/first-password");
        assertThat(shop.lines("builds")).containsExactly(String.join(" ", ALL));
        assertStartsNoMoreAtATimeThanThereAreCores();
        assertOnlyTheOwnerCanRead();
        assertThat(shop.run("status").exitCode()).isZero();
    }

    private void assertStartsNoMoreAtATimeThanThereAreCores() {
        var cores = Runtime.getRuntime().availableProcessors();
        var started = 0;
        var ready = 0;
        for (var event : shop.lines("events")) {
            started += event.startsWith("starts") ? 1 : 0;
            ready += event.startsWith("ready") ? 1 : 0;
            assertThat(started - ready)
                    .as("%s in %s", event, shop.lines("events"))
                    .isLessThanOrEqualTo(cores);
        }
        var firstReady = shop.lines("events").stream()
                .filter(event -> event.startsWith("ready"))
                .map(event -> event.split(" ")[1])
                .toList();
        assertThat(firstReady.indexOf("gateway")).isGreaterThanOrEqualTo(ALL.size() - cores);
    }

    @Test
    void handsOverTheLaunchContractAndNoForeignSecret() throws Exception {
        shop.with("TIKTOKEN_FX_API_KEY", "key of fx")
                .with("TIKTOKEN_PIN_PEPPER", "pepper of the caller")
                .with("TIKTOKEN_PUBLIC_URL", "https://shop.example")
                .with("TIKTOKEN_BIND", "127.0.0.1")
                .with("TIKTOKEN_FX_URL", "http://elsewhere:1");

        assertThat(shop.run("up", "--detach", "--json-logs").exitCode()).isZero();

        var wallet = shop.lines("environment-wallet-service");
        assertThat(wallet)
                .contains(
                        "TIKTOKEN_DATA=" + shop.data(),
                        "TIKTOKEN_PUBLIC_URL=https://shop.example",
                        "TIKTOKEN_BIND=127.0.0.1",
                        "TIKTOKEN_AUTH_URL=http://127.0.0.1:" + (8101 + shop.offset()),
                        "TIKTOKEN_ORDER_URL=http://127.0.0.1:" + (8104 + shop.offset()),
                        "TIKTOKEN_FX_URL=http://elsewhere:1",
                        "SERVER_PORT=" + (8103 + shop.offset()),
                        "MANAGEMENT_SERVER_PORT=" + (9103 + shop.offset()),
                        "LOGGING_FILE_NAME=" + shop.data().resolve("logs/wallet-service.log"),
                        "LOGGING_THRESHOLD_CONSOLE=off",
                        "LOGGING_STRUCTURED_FORMAT_FILE=ecs",
                        "TIKTOKEN_WALLET_SECRET="
                                + shop.lines("secrets/TIKTOKEN_WALLET_SECRET").getFirst());
        assertThat(secretsOf("wallet-service")).isEqualTo("APPROVAL_KEY WALLET_SECRET");
        assertThat(secretsOf("auth-service"))
                .isEqualTo("APPROVAL_KEY GATEWAY_SECRET KEY_ENCRYPTION_KEY ORDER_SECRET PIN_PEPPER WALLET_SECRET");
        assertThat(secretsOf("order-service")).isEqualTo("ORDER_SECRET");
        assertThat(secretsOf("gateway")).isEqualTo("GATEWAY_SECRET");
        assertThat(secretsOf("catalog-service")).isEmpty();
        assertThat(secretsOf("fx-service")).isEqualTo("FX_API_KEY");
        assertThat(shop.lines("environment-auth-service")).contains("TIKTOKEN_PIN_PEPPER=pepper of the caller");
    }

    private String secretsOf(String service) {
        return shop.lines("environment-" + service).stream()
                .map(line -> line.split("=")[0])
                .filter(name -> name.matches("TIKTOKEN_.*_(SECRET|KEY|PEPPER)"))
                .map(name -> name.substring("TIKTOKEN_".length()))
                .collect(Collectors.joining(" "));
    }

    private void assertOnlyTheOwnerCanRead() throws IOException {
        for (var file : List.of("logs/gateway.log", "auth.db", "first-administrator.txt", "run/gateway.pid")) {
            assertThat(permissions(file)).as(file).isEqualTo("rw-------");
        }
        for (var folder : List.of("logs", "run", "secrets")) {
            assertThat(permissions(folder)).as(folder).isEqualTo("rwx------");
        }
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(shop.data().resolve(file)));
    }

    @Test
    void startsOnlyWhatIsMissingAndKeepsTheAddresses() throws Exception {
        shop.run("up", "--detach");
        var gateway = shop.process("gateway").pid();
        shop.kill("keeper");
        shop.kill("fx-service");

        var again = shop.with("TIKTOKEN_PORT_OFFSET", "3").run("up");

        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("Starting 1 of 6 services", "on " + (8105 + shop.offset()));
        assertThat(shop.lines("builds")).last().isEqualTo("fx-service");
        assertThat(shop.process("gateway").pid()).isEqualTo(gateway);
        assertThat(shop.process("keeper").isAlive()).isTrue();
        assertThat(shop.run("up").out()).startsWith("TikToken is already running:");
    }

    @Test
    void makesDemoCustomersOnceAndCarriesOnWhereItWasStopped() throws Exception {
        Files.writeString(shop.data().resolve("demo-customers.txt"), "alice known-password 654321\n");

        var up = shop.run("up", "--detach", "--demo");

        assertThat(up.exitCode()).isZero();
        assertThat(up.out()).contains("  alice  password known-password   PIN 654321", "PIN 123456");
        assertThat(shop.lines("demo-customers.txt"))
                .satisfiesExactly(
                        alice -> assertThat(alice).isEqualTo("alice known-password 654321 funded"),
                        bob -> assertThat(bob).matches("bob [0-9a-f]{24} 123456 funded"));
        assertThat(shop.lines("requests"))
                .satisfiesExactly(
                        login -> assertThat(login).startsWith("/api/auth/login {\"username\":\"alice\""),
                        topUp -> assertThat(topUp)
                                .startsWith("/api/wallet/top-ups {\"amount\":{\"amount\":50000,\"currency\":\"SGD\"}")
                                .endsWith(" tiktoken_session=s-1"),
                        register -> assertThat(register).startsWith("/api/auth/register {\"username\":\"bob\""),
                        login -> assertThat(login).startsWith("/api/auth/login {\"username\":\"bob\""),
                        topUp -> assertThat(topUp).contains("{\"amount\":5000,"));

        assertThat(shop.run("up", "--demo").exitCode()).isZero();
        assertThat(shop.lines("requests")).hasSize(5);
    }
}
