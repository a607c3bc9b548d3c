package io.tiktoken.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonPasswordsTests {

    @ParameterizedTest(name = "{0} is common: {1}")
    @CsvSource({
        "password, true",
        "Password123, true",
        "iloveyou, true",
        "11111111, true",
        "alice-in-wonderland, true",
        "correct horse battery, false"
    })
    void firstGuessesAreKnown(String password, boolean common) {
        assertThat(new CommonPasswords().include(password, new Username("alice-in-wonderland")))
                .isEqualTo(common);
    }
}
