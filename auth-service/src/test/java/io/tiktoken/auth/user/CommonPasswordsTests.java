package io.tiktoken.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class CommonPasswordsTests {

    @ParameterizedTest(name = "{0} is common: {1}")
    @CsvSource({
        "password, true",
        "Password123, true",
        "iloveyou, true",
        "11111111, true",
        "alice-in-wonderland, true",
        "Alice-in-Wonderland99, true",
        "tiktoken!, true",
        "TikToken2026, false",
        "zzzzzzzzzzzz, true",
        "ababababab, true",
        "abcabcabc3, false",
        "correct horse battery, false"
    })
    void firstGuessesAreKnown(String password, boolean common) {
        assertThat(new CommonPasswords().include(password, new Username("alice-in-wonderland")))
                .isEqualTo(common);
    }

    @Test
    void blanksAreNoPassword() {
        assertThat(new CommonPasswords().include(" ".repeat(12), new Username("alice")))
                .isTrue();
    }

    @Test
    void thousandsAreKnownAndNoneIsTooShortToMatter() throws IOException {
        var words = new ClassPathResource("common-passwords.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(words)
                .hasSizeGreaterThan(4_000)
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(word)
                        .hasSizeGreaterThanOrEqualTo(Passwords.SHORTEST)
                        .isEqualTo(word.strip().toLowerCase(Locale.ROOT)));
    }
}
