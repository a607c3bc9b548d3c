package io.tiktoken.launcher.process;

import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.terminal.Terminal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Why a program failed, as far as it said so: the reason that Spring Boot gives, and the end of what was written. */
public final class Explanation {

    private static final int LINES = 15;
    private static final int BYTES = 64 * 1024;

    private final Places places;
    private final Terminal terminal;

    public Explanation(Places places, Terminal terminal) {
        this.places = places;
        this.terminal = terminal;
    }

    public void explain(String name) {
        end(places.log(name)).stream()
                .dropWhile(line -> !line.equals("Description:"))
                .skip(1)
                .takeWhile(line -> !line.equals("Action:"))
                .filter(line -> !line.isEmpty())
                .forEach(terminal::warn);
        for (var written : List.of(places.log(name), places.output(name))) {
            var lines = end(written);
            if (!lines.isEmpty()) {
                terminal.warn("The end of %s:".formatted(written));
                lines.subList(Math.max(0, lines.size() - LINES), lines.size())
                        .forEach(line -> terminal.warn("  | " + line));
            }
        }
    }

    private static List<String> end(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(BYTES, open.length())];
            open.seek(open.length() - bytes.length);
            open.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
