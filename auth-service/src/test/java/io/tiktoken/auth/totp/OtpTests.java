package io.tiktoken.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtpTests {

    @ParameterizedTest
    @ValueSource(strings = {"287082", "287 082", " 287082 "})
    void sixDigitsAreACodeHoweverTheyAreSpaced(String typed) {
        assertThat(typed).matches(Otp.PATTERN).matches(Otp.CODE_PATTERN);
        assertThat(Otp.typed(typed)).isEqualTo(new Otp.Code("287082"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"K7QM2-X0D4V-93TRN-HB8WS", "k7qm2x0d4v93trnhb8ws", "00000000000000000000"})
    void twentyLettersAreARecoveryCode(String typed) {
        assertThat(typed).matches(Otp.PATTERN);
        assertThat(Otp.typed(typed)).isInstanceOf(Otp.Recovery.class);
    }

    @ParameterizedTest
    @CsvSource({"28708", "2870822", "28708a", "''", "K7QM2-X0D4V"})
    void anythingElseIsNeither(String typed) {
        assertThat(typed).doesNotMatch(Otp.PATTERN);
    }

    @Test
    void doesNotPrintItself() {
        assertThat(Otp.typed("287082").toString()).doesNotContain("287082");
        assertThat(Otp.typed("K7QM2-X0D4V-93TRN-HB8WS").toString()).doesNotContain("K7QM2");
    }
}
