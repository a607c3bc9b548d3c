package io.tiktoken.auth.user;

import io.tiktoken.defaults.text.SearchForm;
import io.tiktoken.defaults.text.VisibleText;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a person wants to be called, and how strangers see it. */
public record DisplayName(String value) {

    public static final int LONGEST = 60;
    private static final int BULLETS = 3;

    public DisplayName {
        if (value.isBlank() || value.codePointCount(0, value.length()) > LONGEST) {
            throw new IllegalArgumentException("This is not a display name");
        }
    }

    /** What was typed, as others see it; whoever types nothing that can be seen is called by the username. */
    public static DisplayName typed(@Nullable String text, Username username) {
        var cleaned = VisibleText.of(text == null ? "" : text);
        return new DisplayName(cleaned.isEmpty() ? username.value() : cleaned);
    }

    /** Enough for a sender who knows the person, and little for one who does not: {@code A••• L••}. */
    public String masked() {
        return Arrays.stream(value.split(" ")).map(DisplayName::masked).collect(Collectors.joining(" "));
    }

    /** What searches look at. */
    public String searchForm() {
        return SearchForm.of(value);
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
