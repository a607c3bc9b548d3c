package io.tiktoken.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Secrets that were really used, each with a name, to be looked for where no secret belongs. */
final class Canaries {

    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    /** What is short is only taken for the secret when it stands alone: six digits are found in any number. */
    Canaries with(String name, String secret) {
        if (secret.length() < 6) {
            throw new IllegalArgumentException("The %s is too short to be looked for".formatted(name));
        }
        patterns.put(name, Pattern.compile("(?<![0-9A-Za-z])%s(?![0-9A-Za-z])".formatted(Pattern.quote(secret))));
        return this;
    }

    /** The names of those that sing in this file, with the file's. */
    List<String> foundIn(Path file) {
        var text = text(file);
        return patterns.entrySet().stream()
                .filter(canary -> canary.getValue().matcher(text).find())
                .map(canary -> "the %s is in %s".formatted(canary.getKey(), file.getFileName()))
                .toList();
    }

    /** Every byte is a letter here, so that text is found in a database as well. */
    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
