package io.tiktoken.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.shop.Service;
import io.tiktoken.launcher.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a stop reaches: exactly the processes that were remembered, as they were when they were remembered. */
class StopServicesTests {

    @TempDir
    Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(said, true), new PrintStream(said, true), false);
    private Places places;
    private ProcessRecords records;
    private Process process;

    @BeforeEach
    void start() throws Exception {
        places = new Places(home, home.resolve("data"));
        places.make();
        records = new ProcessRecords(places);
        process = run("exec sleep 60");
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void stopsTheProcessThatWasRememberedAndSaysSo() throws Exception {
        records.remember("fx-service", process.pid());

        stop(Duration.ofSeconds(20));

        assertThat(process.isAlive()).isFalse();
        assertThat(said).hasToString("  fx-service stopped\n");
        assertThat(records.isRemembered(Service.FX)).isFalse();
    }

    @Test
    void saysWhatItWaitsForAndKillsWhatDoesNotStop() throws Exception {
        process.destroyForcibly();
        process = run("trap '' TERM; echo deaf; while :; do sleep 0.1; done");
        assertThat(process.inputReader().readLine()).isEqualTo("deaf");
        records.remember("gateway", process.pid());

        stop(Duration.ofSeconds(3));

        assertThat(process.waitFor()).isEqualTo(128 + 9);
        assertThat(said)
                .hasToString("  waiting up to 3 s for the requests to end in gateway\n"
                        + "gateway did not stop within 3 s and was killed.\n");
    }

    @Test
    void leavesAProcessAloneThatWasGivenTheSameIdLater() throws Exception {
        write("fx-service.pid", process.pid() + " 4711 1795749706686\n");

        stop(Duration.ofSeconds(1));

        assertThat(process.isAlive()).isTrue();
        assertThat(said.size()).isZero();
        assertThat(records.isRemembered(Service.FX)).isFalse();
    }

    @Test
    void forgetsAProcessThatHasEnded() throws Exception {
        records.remember("fx-service", process.pid());
        process.destroyForcibly().waitFor();

        assertThat(records.lives(Service.FX)).isFalse();
        assertThat(records.isRemembered(Service.FX)).isTrue();
        stop(Duration.ofSeconds(1));
        assertThat(records.isRemembered(Service.FX)).isFalse();
    }

    /** A shop that the earlier shell script started: id, start in clock ticks since the machine's, milliseconds. */
    @Test
    void findsWhatTheShellScriptRemembered() throws Exception {
        var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        var start = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
        write("fx-service.pid", "%d %s %d\n".formatted(process.pid(), start, System.currentTimeMillis() - 90_000));

        assertThat(records.running()).isEqualTo(Set.of(Service.FX));
        assertThat(records.ageOf(Service.FX)).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(100));
        records.remember("gateway", process.pid());
        assertThat(Files.readString(places.run().resolve("gateway.pid")))
                .matches(process.pid() + " " + start + " [0-9]{13}\n");
    }

    @Test
    void standsARecordThatWasCutOff() throws Exception {
        write("fx-service.pid", "");
        write("gateway.pid", process.pid() + "");

        assertThat(records.running()).isEmpty();
        stop(Duration.ofSeconds(1));
        assertThat(process.isAlive()).isTrue();
    }

    private void stop(Duration within) throws InterruptedException {
        new StopServices(records, terminal, within).stop(EnumSet.allOf(Service.class));
    }

    private void write(String file, String text) throws Exception {
        Files.writeString(places.run().resolve(file), text);
    }

    private static Process run(String script) throws Exception {
        return new ProcessBuilder("sh", "-c", script).start();
    }
}
