package io.tiktoken.wallet.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.TypedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class NoteTests {

    static final List<TypedText> CASES = TypedText.ALL;

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void isOneLineOfWhatCanBeSeen(TypedText text) {
        assertThat(Note.cleaned(text.typed())).isEqualTo(text.visible().isEmpty() ? null : text.visible());
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
