package io.tiktoken.defaults.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedUsernameTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice",
                "Alice",
                " alice",
                "alice\t",
                "alice\r\n",
                "\u00a0alice\u3000",
                "\u2028alice\u0085",
                "ＡＬＩＣＥ",
                "ａｌｉｃｅ ",
                "\ufeffalice\u200b",
                "\u202aalice\u202c"
            })
    void isReadAsItWasMeant(String typed) {
        assertThat(TypedUsername.read(typed)).isEqualTo("alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"al ice", "al\u200bice", "älice", "аlice", "al\nice"})
    void whatIsInsideStays(String typed) {
        assertThat(TypedUsername.read(typed)).isNotEqualTo("alice");
    }
}
