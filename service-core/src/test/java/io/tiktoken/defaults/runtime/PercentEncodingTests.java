package io.tiktoken.defaults.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "a%20b", "%41%7A%7a", "%C3%A4", "%e8%8c%b6", "caf%C3%A9?q=%25"})
    void isUtf8(String raw) {
        assertThat(PercentEncoding.isWellFormed(raw)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a%2", "%zz", "%2z", "%c0%af", "%ff", "%ed%a0%80", "%u0041", "%C3", "%\uff11\uff11"})
    void isNothingElse(String raw) {
        assertThat(PercentEncoding.isWellFormed(raw)).isFalse();
    }
}
