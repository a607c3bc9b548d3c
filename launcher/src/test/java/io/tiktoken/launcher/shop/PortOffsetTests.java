package io.tiktoken.launcher.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.launcher.terminal.Failure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortOffsetTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 26, 500, 2000, 10_000, 56_430})
    void hasNothingAgainst(int value) {
        assertThat(new PortOffset(value).objection()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1000 | moves port 8080 of gateway to 9080, which is a port of gateway's management in",
                "1001 | moves port 8101 of auth-service to 9102, which is a port of catalog-service's management in",
                "1021 | moves port 8080 of gateway to 9101, which is a port of auth-service's management in",
                "979  | moves port 8101 of auth-service to 9080, which is a port of gateway's management in",
                "1    | moves port 8101 of auth-service to 8102, which is a port of catalog-service in",
                "21   | moves port 8080 of gateway to 8101, which is a port of auth-service in",
                "56431 | leads beyond 65535, the last port there is."
            })
    void refusesWhatMeetsOurOwnPorts(int value, String why) {
        assertThat(new PortOffset(value).objection())
                .hasValueSatisfying(objection ->
                        assertThat(objection).startsWith("TIKTOKEN_PORT_OFFSET=%d %s".formatted(value, why)));
    }

    @Test
    void suggestsTheFirstThatIsFreeAndMeetsNothing() {
        assertThat(PortOffset.suggestion(_ -> true)).isEqualTo("TIKTOKEN_PORT_OFFSET=2000 ./tiktoken up");
        // The last of 2000's ports is taken, and the first of 3000's.
        assertThat(PortOffset.suggestion(port -> port != 11_105 && port != 11_080))
                .isEqualTo("TIKTOKEN_PORT_OFFSET=4000 ./tiktoken up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1 000", "1e3"})
    void wantsANumber(String text) {
        assertThatThrownBy(() -> PortOffset.of(Map.of("TIKTOKEN_PORT_OFFSET", text)))
                .isInstanceOf(Failure.class)
                .hasMessage("TIKTOKEN_PORT_OFFSET is '%s', which is not a number.".formatted(text));
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "0, 0", "0020, 20", "99999999999999, 999999999"})
    void readsTheEnvironment(String text, int value) {
        assertThat(PortOffset.of(Map.of("TIKTOKEN_PORT_OFFSET", text))).isEqualTo(new PortOffset(value));
        assertThat(PortOffset.of(Map.of())).isEqualTo(new PortOffset(0));
    }
}
