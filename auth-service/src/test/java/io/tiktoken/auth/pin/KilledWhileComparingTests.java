package io.tiktoken.auth.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.not;

import io.tiktoken.auth.People;
import io.tiktoken.auth.pin.CheckPin.Outcome;
import io.tiktoken.auth.user.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process on a real file, killed for real between the counting of a try and its comparison. */
@Timeout(120)
class KilledWhileComparingTests {

    private static final int SIGKILLED = 128 + 9;

    @TempDir
    Path data;

    @Test
    void theCountOfWrongPinsSurvivesKillMinusNine() throws Exception {
        var process = new ProcessBuilder(command()).redirectErrorStream(true).start();
        UserId alice;
        Pin wrong;
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            alice = UserId.of(lineAfter("user ", output));
            wrong = new Pin(lineAfter("wrong PIN ", output));
            lineAfter("comparing the fourth", output);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).isEqualTo(SIGKILLED);

        try (var restarted = GuessesUntilKilled.started(arguments())) {
            var checkPin = restarted.getBean(CheckPin.class);
            // The check that was cut short is waited for a little: another replica could still be at it.
            var next = await().pollInterval(Duration.ofMillis(200))
                    .until(() -> checkPin.check(alice, wrong, People.CALLER), not(new Outcome.TooEarly()));
            assertThat(next).isEqualTo(new Outcome.Wrong(0));
            assertThat(checkPin.check(alice, wrong, People.CALLER)).isEqualTo(new Outcome.Locked());
        }
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                GuessesUntilKilled.class.getName()));
        command.addAll(List.of(arguments()));
        return command;
    }

    /** Surefire may hide the class path behind a jar that only names it. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String lineAfter(String beginning, BufferedReader output) throws IOException {
        var seen = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("The process ended before it said '%s':\n%s".formatted(beginning, seen));
    }

    private String[] arguments() {
        return Stream.of(
                        "tiktoken.database.file=" + data.resolve("auth.db"),
                        "tiktoken.first-administrator.file=" + data.resolve("first-administrator.txt"))
                .map("--"::concat)
                .toArray(String[]::new);
    }
}
