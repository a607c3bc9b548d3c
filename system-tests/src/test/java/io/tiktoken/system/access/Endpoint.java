package io.tiktoken.system.access;

import io.tiktoken.system.shop.Part;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One thing that can be asked of one part.
 *
 * @param path with the names of its variables in braces
 */
record Endpoint(String method, String path, Part part) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** @param words of a line in a table, which begins with method, path and part */
    static Endpoint parse(List<String> words) {
        if (words.size() < 4) {
            throw new IllegalArgumentException("Method, path, part and one thing more are needed: " + words);
        }
        var part = Arrays.stream(Part.values())
                .filter(known -> known.module().equals(words.get(2)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such part: " + words));
        return new Endpoint(words.get(0), words.get(1), part);
    }

    boolean isInternal() {
        return path.startsWith("/internal/");
    }

    /** Whether the gateway leads there. */
    boolean isPublic() {
        return path.startsWith("/api/") || path.startsWith("/oauth2/") || path.startsWith("/.well-known/");
    }

    boolean onlyReads() {
        return method.equals("GET");
    }

    /** As RFC 6749 has it; all others take JSON. */
    boolean takesAForm() {
        return path.equals("/oauth2/token");
    }

    boolean namesSomething() {
        return path.contains("{");
    }

    /** The path to something that does not exist. */
    String somewhere() {
        return VARIABLE.matcher(path).replaceAll(variable -> switch (variable.group(1)) {
            case "username" -> "nobody.here";
            case "sequence", "height" -> "1";
            default -> UUID.randomUUID().toString();
        });
    }

    /** The path to this very thing, whatever its variable is called. */
    String to(UUID id) {
        return VARIABLE.matcher(path).replaceAll(id.toString());
    }

    @Override
    public String toString() {
        return "%s %s at %s".formatted(method, path, part.module());
    }
}
