package io.tiktoken.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tiktoken.launcher.FakeShop;
import io.tiktoken.launcher.shop.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real JVMs, which write real caches of the stand-ins. */
class TrainTests {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

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
    void laterStartsUseWhatWasLearntUntilTheProgramChanges() throws Exception {
        shop.with("TIKTOKEN_AUTH_URL", "http://somebody-elses:1").with("SPRING_PROFILES_ACTIVE", "postgres");

        var train = shop.run("train");

        assertThat(train.err()).isEmpty();
        assertThat(train.exitCode()).isZero();
        assertThat(shop.lines("requests")).isEmpty();
        assertThat(shop.data().resolve("training")).doesNotExist();
        assertThat(shop.run("train").out()).isEqualTo("There is a start cache for every service already.\n");
        shop.run("up", "--detach");
        for (var service : Service.values()) {
            assertThat(cacheOf(service)).isRegularFile();
            assertThat(flagsOf(service)).contains("-XX:AOTCache=" + cacheOf(service));
            assertThat(shop.data().resolve("logs").resolve(service.module() + ".out"))
                    .content()
                    .doesNotContain("Unable to use", "error");
        }
        assertThat(shop.run("status").out()).contains("start caches: 6 of 6");
        shop.run("down");

        var original = home.resolve("fx-service/target/fx-service.jar.original");
        Files.setLastModifiedTime(original, FileTime.from(Instant.now().plusSeconds(2)));
        shop.run("up", "--detach");

        assertThat(flagsOf(Service.FX)).noneMatch(flag -> flag.startsWith("-XX:AOTCache"));
        assertThat(shop.run("status").out()).contains("start caches: 5 of 6");
    }

    @Test
    void aDamagedCacheKeepsNobodyFromStarting() throws Exception {
        shop.run("train");
        Files.writeString(cacheOf(Service.GATEWAY), "no cache");
        try (var cut = Files.newByteChannel(cacheOf(Service.FX), StandardOpenOption.WRITE)) {
            cut.truncate(cut.size() / 2);
        }

        assertThat(shop.run("up", "--detach").exitCode()).isZero();
    }

    @Test
    void theOperatorsOwnArchiveOfClassesTakesThePlaceOfTheCache() throws Exception {
        shop.run("train");

        var up = shop.with("TIKTOKEN_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -Xshare:auto")
                .run("up", "--detach");

        assertThat(up.exitCode()).isZero();
        assertThat(flagsOf(Service.FX)).noneMatch(flag -> flag.startsWith("-XX:AOTCache"));
    }

    @Test
    void theWatcherTrainsBesideTheShopAndLeavesItAlone() throws Exception {
        shop.with("TIKTOKEN_TRAIN_AFTER", "0");

        shop.run("up", "--detach");

        await().atMost(LONG_ENOUGH).until(() -> shop.run("status").out().contains("start caches: 6 of 6"));
        assertThat(shop.lines("logs/launcher.log"))
                .containsExactly("The services are being trained for quicker starts, in the background (%s)."
                        .formatted(shop.data().resolve("logs/train.log")));
        assertThat(shop.lines("events")).noneMatch(event -> event.startsWith("stops"));
        assertThat(shop.lines("requests")).isEmpty();
    }

    @Test
    void downEndsATrainingAndLeavesNothingOfIt() throws Exception {
        var train = shop.start("train");
        await().atMost(LONG_ENOUGH)
                .until(() -> shop.data()
                        .resolve("training/run/wallet-service.pid")
                        .toFile()
                        .exists());
        var wallet = shop.process("../training/run/wallet-service");

        assertThat(shop.run("down").out()).isEqualTo("TikToken is stopped.\n");

        assertThat(train.process().waitFor()).isEqualTo(143);
        assertThat(wallet.isAlive()).isFalse();
        assertThat(shop.data().resolve("training")).doesNotExist();
        assertThat(caches(Service.WALLET)).isEmpty();
    }

    @Test
    void downEndsWhatAKilledTrainingHasLeft() throws Exception {
        var train = shop.start("train");
        await().atMost(LONG_ENOUGH)
                .until(() -> shop.data()
                        .resolve("training/run/wallet-service.pid")
                        .toFile()
                        .exists());
        var wallet = shop.process("../training/run/wallet-service");
        train.process().destroyForcibly().waitFor();
        assertThat(wallet.isAlive()).isTrue();

        shop.run("down");

        assertThat(wallet.isAlive()).isFalse();
        assertThat(shop.data().resolve("training")).doesNotExist();
    }

    private List<String> flagsOf(Service service) {
        return List.of(shop.process(service.module()).info().arguments().orElseThrow());
    }

    private Path cacheOf(Service service) throws IOException {
        return caches(service).getFirst();
    }

    private List<Path> caches(Service service) throws IOException {
        try (var files = Files.list(home.resolve(service.module()).resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".aot")).toList();
        }
    }
}
