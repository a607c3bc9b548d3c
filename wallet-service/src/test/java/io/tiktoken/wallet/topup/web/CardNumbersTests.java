package io.tiktoken.wallet.topup.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "4242 4242 4242 4242",
                "4242-4242-4242-4242",
                "my card is 5555555555554444, expires 12/29",
                "378282246310005",
                "6011111111111117",
                "4222222222222",
                "6205500000000000004"
            })
    void areRecognizedHoweverTheyAreWritten(String text) {
        assertThatThrownBy(() -> CardNumbers.refuse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageNotContaining(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pm_card_visa",
                "4242424242424241",
                "42424242424242424242",
                "1763809123456",
                "1763809123456789012",
                "44444444-4444-4444-8444-444444444442",
                "pm_1NvQ4EeZvKYlo2C1234567890",
                ""
            })
    void areNotSeenWhereThereAreNone(String text) {
        assertThatCode(() -> CardNumbers.refuse(text)).doesNotThrowAnyException();
    }
}
