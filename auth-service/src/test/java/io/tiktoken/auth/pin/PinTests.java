package io.tiktoken.auth.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinTests {

    @ParameterizedTest(name = "{0} is obvious: {1}")
    @CsvSource({
        "111111, true",
        "000000, true",
        "121212, true",
        "123123, true",
        "123456, true",
        "654321, true",
        "890123, true",
        "321098, true",
        "123457, false",
        "112233, false",
        "111112, false",
        "420917, false"
    })
    void everybodysFirstGuessesAreKnown(String digits, boolean obvious) {
        assertThat(new Pin(digits).isObvious()).isEqualTo(obvious);
    }

    @Test
    void handsOutNoObviousOnesAndHardlyEverTheSame() {
        var pins = Stream.generate(Pin::random).limit(2_000).toList();

        assertThat(pins).noneMatch(Pin::isObvious);
        assertThat(pins.stream().distinct()).hasSizeGreaterThan(1_950);
    }

    @Test
    void aPinDoesNotPrintItself() {
        assertThat(new Pin("420917").toString()).doesNotContain("420917");
    }
}
