package io.tiktoken.defaults.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTests {

    @ParameterizedTest(name = "{0} characters: {1}")
    @CsvSource({"2, false", "3, true", "140, true", "141, false"})
    void hasThreeToAHundredAndFortyCharacters(int count, boolean fits) {
        for (var character : new String[] {"x", "😀"}) {
            assertThat(character.repeat(count).matches(Reason.FORM)).isEqualTo(fits);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "two\nlines"})
    void nothingElseIsAReason(String text) {
        assertThatThrownBy(() -> new Reason(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
