package io.tiktoken.defaults.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tiktoken.defaults.testing.TypedText;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTests {

    static final List<TypedText> CASES = TypedText.ALL;

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void isWhatOthersCanSee(TypedText text) {
        assertThat(VisibleText.of(text.typed())).isEqualTo(text.visible());
    }

    @Test
    void theTableIsLongEnoughToBelieve() {
        assertThat(CASES).hasSizeGreaterThan(90).doesNotHaveDuplicates();
    }

    /** Every joiner and mark beside every other kind of character, which no table can list. */
    @Test
    void whatIsCleanStaysAsItIs() {
        var parts = CASES.stream()
                .map(TypedText::typed)
                .filter(typed -> !typed.isEmpty())
                .toList();
        var random = new Random(20261126);
        for (var i = 0; i < 20_000; i++) {
            var text = random.ints(1 + random.nextInt(6), 0, parts.size())
                    .mapToObj(part -> oneCharacterOf(parts.get(part), random))
                    .collect(Collectors.joining());
            var visible = VisibleText.of(text);
            assertThat(VisibleText.of(visible))
                    .as("of %s", text.codePoints().boxed().toList())
                    .isEqualTo(visible);
            assertThat(Normalizer.isNormalized(visible, Normalizer.Form.NFC)).isTrue();
        }
    }

    private static String oneCharacterOf(String text, Random random) {
        var points = text.codePoints().toArray();
        return Character.toString(points[random.nextInt(points.length)]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301\u0316", "\u200d\u0dca", "\u200d", "\ufe0f", " \u0301", "\u2066", "a\u200d"})
    @Timeout(5)
    void aWholeBodyOfItTakesNoTime(String part) {
        assertThatCode(() -> VisibleText.of("a" + part.repeat(32_000))).doesNotThrowAnyException();
    }
}
