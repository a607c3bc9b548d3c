package io.tiktoken.wallet.statement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Statements are drawn in as little memory as if they were short, however many are asked for at once. */
@Timeout(300)
class SmallHeapTests {

    private static final String HEAP = "-Xmx80m";

    @TempDir
    Path folder;

    @Test
    void tenStatementsOfFiveThousandRowsFitIntoIt() throws Exception {
        var output = folder.resolve("output.txt").toFile();
        var process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            assertThat(process.waitFor())
                    .as("%s", Files.readString(output.toPath()))
                    .isZero();
        } finally {
            process.destroyForcibly();
        }

        for (var number = 0; number < 5; number++) {
            assertThat(Files.readAllLines(folder.resolve(number + ".csv")))
                    .hasSize(1 + 1 + TenStatementsAtOnce.ROWS + 1 + 1); // Heading and opening; closing and seal.
            assertThat(rowsOf(folder.resolve(number + ".pdf"))).isEqualTo(TenStatementsAtOnce.ROWS);
        }
    }

    private static int rowsOf(Path pdf) throws IOException {
        return PdfText.of(Files.readAllBytes(pdf)).split("Transfersent|Top-up", -1).length - 1;
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                // Surefire may hide the class path behind a jar that only names it.
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TenStatementsAtOnce.class.getName(),
                folder.toString(),
                "--tiktoken.database.file=" + folder.resolve("wallet.db"),
                "--tiktoken.statement.longest-wait=4m");
    }
}
