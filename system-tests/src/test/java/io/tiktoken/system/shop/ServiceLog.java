package io.tiktoken.system.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What one part wrote while it ran, over all its starts. */
final class ServiceLog {

    private static final int TAIL_LINES = 40;

    private final Path file;
    private long mark;

    ServiceLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** From here on counts as new. */
    void mark() {
        mark = file.toFile().length();
    }

    /** The end of what was written since the mark. */
    String tail() {
        if (!Files.exists(file)) {
            return "(no log)";
        }
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(Math.min(mark, Files.size(file)));
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
