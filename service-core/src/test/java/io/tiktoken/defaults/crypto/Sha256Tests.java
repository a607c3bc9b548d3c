package io.tiktoken.defaults.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Tests {

    /** The first two are examples of FIPS 180-4, the third is not ASCII. */
    @ParameterizedTest(name = "SHA-256 of \"{0}\"")
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "ä茶, 315ff4409e02c21355be6552880b534ece42f90bfe6da45a2d71202bf24c84fb"
    })
    void isWhatTheStandardSays(String text, String hex) {
        assertThat(Sha256.of(text)).hasToString(hex).isEqualTo(new Sha256(hex));
        assertThat(Sha256.of(text).bytes()).isEqualTo(HexFormat.of().parseHex(hex));
    }

    @Test
    void isWrittenInBase64Too() {
        assertThat(Sha256.of("abc").base64()).isEqualTo("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    @Test
    void comesInPartsToo() {
        var digest = Sha256.newDigest();
        digest.update((byte) 'a');
        digest.update((byte) 'b');

        assertThat(digest.digest(new byte[] {'c'})).isEqualTo(Sha256.of("abc").bytes());
    }

    @ParameterizedTest(name = "\"{0}\" is none")
    @ValueSource(
            strings = {
                "",
                "abc",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ag"
            })
    void isNeverAnythingElse(String hex) {
        assertThat(Sha256.isWellFormed(hex)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256(hex));
    }
}
