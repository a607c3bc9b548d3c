package io.tiktoken.defaults.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.runtime.RuntimeDefaultsAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class MoneyTests {

    private static final ApplicationContextRunner SERVICE = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(RuntimeDefaultsAutoConfiguration.class, JacksonAutoConfiguration.class));

    @ParameterizedTest(name = "{0} {1} is {2} of its smallest units")
    @CsvSource({"15.50, TTK, 1550", "0.01, SGD, 1", "1000, JPY, 1000", "1.234, KWD, 1234", "-3, TTK, -300"})
    void countsTheSmallestUnits(String decimal, String currency, long amount) {
        assertThat(Money.of(decimal, currency).amount()).isEqualTo(amount);
    }

    @ParameterizedTest(name = "{0} {1} does not exist")
    @CsvSource({"15.505, TTK", "0.5, JPY"})
    void knowsNoFractionOfTheSmallestUnit(String decimal, String currency) {
        assertThatThrownBy(() -> Money.of(decimal, currency)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XAU", "ttk", "", "BTC", "EURO"})
    void knowsNoOtherCurrencies(String code) {
        assertThat(Currency.find(code)).isEmpty();
    }

    @Test
    void doesNotMixCurrencies() {
        assertThatThrownBy(() -> Money.of("1", "TTK").plus(Money.of("1", "SGD")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void overflowsLoudly() {
        assertThatThrownBy(() -> Money.tikTokens(Long.MAX_VALUE).plus(Money.tikTokens(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void readsAsPeopleWriteIt() {
        assertThat(Money.tikTokens(1550)).hasToString("15.50 TTK");
        assertThat(Money.of("1000", "JPY")).hasToString("1000 JPY");
    }

    @Test
    void travelsAsSmallestUnitsAndCode() {
        SERVICE.run(context -> {
            var json = context.getBean(JsonMapper.class);
            var wire = "{\"amount\":1550,\"currency\":\"TTK\"}";

            assertThat(json.writeValueAsString(Money.tikTokens(1550))).isEqualTo(wire);
            assertThat(json.readValue(wire, Money.class)).isEqualTo(Money.tikTokens(1550));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":15.5,\"currency\":\"TTK\"}",
                "{\"amount\":15.0,\"currency\":\"TTK\"}",
                "{\"amount\":1e3,\"currency\":\"TTK\"}",
                "{\"amount\":\"1550\",\"currency\":\"TTK\"}",
                "{\"amount\":9223372036854775808,\"currency\":\"TTK\"}",
                "{\"amount\":null,\"currency\":\"TTK\"}",
                "{\"currency\":\"TTK\"}",
                "{\"amount\":1550}",
                "{\"amount\":1550,\"currency\":null}",
                "{\"amount\":1550,\"currency\":\"NOPE\"}",
                "{\"amount\":1550,\"currency\":702}",
                "{\"amount\":1550,\"currency\":\"TTK\",\"digits\":9}",
                "{\"amount\":true,\"currency\":\"TTK\"}",
                "[1550,\"TTK\"]",
                "1550"
            })
    void refusesWhatIsNotExactlyThat(String wire) {
        SERVICE.run(context -> {
            var json = context.getBean(JsonMapper.class);

            assertThatThrownBy(() -> json.readValue(wire, Money.class)).isInstanceOf(JacksonException.class);
        });
    }
}
