package io.tiktoken.auth.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedTests {

    static final Seed OF_THE_RFC = Seed.of("12345678901234567890".getBytes(US_ASCII));

    /** RFC 6238, appendix B, for SHA-1: the last six of its eight digits. */
    @ParameterizedTest(name = "at {0} s: {1}")
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheRfc(long second, String code) {
        assertThat(OF_THE_RFC.codeAt(TimeSteps.at(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    /** RFC 4226, appendix D: the same codes by their counter. */
    @ParameterizedTest(name = "step {0}: {1}")
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314", "9, 520489"})
    void makesTheCodesOfTheRfcThatItIsMadeFrom(long step, String code) {
        assertThat(OF_THE_RFC.codeAt(step)).isEqualTo(code);
    }

    @Test
    void isTypedInBase32WithoutPadding() {
        assertThat(OF_THE_RFC.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void hasAHundredAndSixtyBitsThatNobodyHadBefore() {
        var seeds = Stream.generate(Seed::random).limit(100).map(Seed::base32).toList();

        assertThat(seeds).doesNotHaveDuplicates().allMatch(seed -> Base32.decode(seed).length * 8 == 160);
    }

    @Test
    void doesNotPrintItself() {
        assertThat(OF_THE_RFC.toString()).doesNotContain("GEZDG").doesNotContain("1234");
    }
}
