package io.tiktoken.auth.user;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The passwords that everybody tries first. */
@Component
public class CommonPasswords {

    private static final String OUR_NAME = "tiktoken";

    /** Fewer characters beside a name that everybody knows are found at once. */
    private static final int WORTH_ADDING = 4;

    /** Fewer different ones, as in {@code zzzzzzzz} or {@code abababab}, are no secret however many they are. */
    private static final int FEWEST_CHARACTERS = 3;

    private final Set<String> common;

    CommonPasswords() {
        try {
            common = new ClassPathResource("common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .collect(toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it would be among the first guesses for this person. */
    public boolean include(String password, Username username) {
        var lowerCase = password.strip().toLowerCase(Locale.ROOT);
        return common.contains(lowerCase)
                || isLittleMoreThan(username.value(), lowerCase)
                || isLittleMoreThan(OUR_NAME, lowerCase)
                || lowerCase.chars().distinct().count() < FEWEST_CHARACTERS;
    }

    private static boolean isLittleMoreThan(String word, String password) {
        return password.contains(word) && password.length() - word.length() < WORTH_ADDING;
    }
}
