package io.tiktoken.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.testing.TypedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class DisplayNameTests {

    static final Username ALICE = new Username("alice");
    static final List<TypedText> CASES = TypedText.ALL;

    @ParameterizedTest(name = "{0} is shown to strangers as {1}")
    @CsvSource({"Alice Lim, A••• L••", "Bo, B•", "X, X", "alice, a•••", "Alexandria, A•••", "😀bc, 😀••"})
    void strangersSeeTheFirstLetters(String name, String masked) {
        assertThat(new DisplayName(name).masked()).isEqualTo(masked);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void isWhatOthersCanSee(TypedText text) {
        assertThat(DisplayName.typed(text.typed(), ALICE).value())
                .isEqualTo(text.visible().isEmpty() ? "alice" : text.visible());
    }

    @Test
    void isMeasuredInCharacters() {
        assertThat(DisplayName.typed("😀".repeat(60), ALICE).value()).hasSize(120);
        assertThatThrownBy(() -> DisplayName.typed("x".repeat(61), ALICE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoTypesNothingIsCalledByTheUsername() {
        assertThat(DisplayName.typed(null, ALICE)).isEqualTo(new DisplayName("alice"));
        assertThat(DisplayName.typed(" \u200b ", ALICE)).isEqualTo(new DisplayName("alice"));
    }
}
