package io.tiktoken.defaults.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for lunch                        | for lunch",
                "'  for \u00a0  lunch '            | for lunch",
                "'for\\nlunch\\t!'                | for lunch !",
                "'for\u202elunch\u200b'            | for lunch",
                "'  paid\ttwice\u202Eeciwt\u0000 ' | paid twice eciwt",
                "'午餐 🍜'                         | 午餐 🍜"
            })
    void isOneLineOfWhatCanBeSeen(String typed, String visible) {
        assertThat(VisibleText.of(typed.translateEscapes())).isEqualTo(visible);
    }

    @Test
    void ofWhatCannotBeSeenNothingIsLeft() {
        assertThat(VisibleText.of("\u200B\u200B\n")).isEmpty();
        assertThat(VisibleText.of("\ud800")).isEmpty();
    }
}
