package io.tiktoken.wallet.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for lunch               | for lunch",
                "'  for \u00a0  lunch '   | for lunch",
                "'for\\nlunch\\t!'       | for lunch !",
                "'for\u202elunch\u200b'   | for lunch",
                "'午餐 🍜'                | 午餐 🍜"
            })
    void isOneLineOfWhatCanBeSeen(String typed, String cleaned) {
        assertThat(Note.cleaned(typed.translateEscapes())).isEqualTo(cleaned);
    }

    @Test
    void nothingVisibleIsNothing() {
        assertThat(Note.cleaned(null)).isNull();
        assertThat(Note.cleaned(" \u200b\n ")).isNull();
    }

    @Test
    void theOtherSideSeesTheUsernameAndTheInitials() {
        assertThat(MaskedName.of("alice", "Alice Lim")).isEqualTo("alice (A••• L••)");
        assertThat(MaskedName.of("bob", "B")).isEqualTo("bob (B)");
        assertThat(MaskedName.of("bob", "🍜🍜")).isEqualTo("bob (🍜•)");
    }
}
