package io.tiktoken.auth.user;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a person wants to be called, and how strangers see it. */
public record DisplayName(String value) {

    public static final int LONGEST = 60;

    /** Control and format characters: some of them turn the text around and make one name look like another. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]+");

    private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");
    private static final int BULLETS = 3;

    public DisplayName {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("This is not a display name");
        }
    }

    /** What was typed without what cannot be seen; whoever types nothing is called by the username. */
    public static DisplayName typed(@Nullable String text, Username username) {
        var cleaned = cleaned(text == null ? "" : text);
        return new DisplayName(cleaned.isEmpty() ? username.value() : cleaned);
    }

    /** Without what cannot be seen, and with single spaces: for every name that somebody else will read. */
    public static String cleaned(String text) {
        var visible = INVISIBLE.matcher(text).replaceAll(" ");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /** Enough for a sender who knows the person, and little for one who does not: {@code A••• L••}. */
    public String masked() {
        return Arrays.stream(value.split(" ")).map(DisplayName::masked).collect(Collectors.joining(" "));
    }

    private static String masked(String word) {
        var first = word.substring(0, word.offsetByCodePoints(0, 1));
        var others = word.codePointCount(first.length(), word.length());
        return first + "•".repeat(Math.min(others, BULLETS));
    }

    @Override
    public String toString() {
        return value;
    }
}
