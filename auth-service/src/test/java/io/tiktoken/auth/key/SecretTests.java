package io.tiktoken.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTests {

    @ParameterizedTest(name = "\"{0}\" is usable: {1}")
    @CsvSource({
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, true",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==, false",
        "not base64 at all, false",
        "'', false"
    })
    void onlyThirtyTwoBytesWillDo(String base64, boolean usable) {
        assertThat(Secret.of(base64).isUsable()).isEqualTo(usable);
    }

    @Test
    void aSecretDoesNotPrintItself() {
        var base64 = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

        assertThat(Secret.of(base64).toString()).doesNotContain(base64);
    }
}
