package io.tiktoken.defaults.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** Both sides of the border of what a request may name. */
class RequestTimeTests {

    private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");

    private final JsonMapper json =
            JsonMapper.builder().addModule(new RequestTimeModule()).build();

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00Z", "2199-12-31T23:59:59.999999999Z", "2026-01-31T20:00:00+08:00"})
    void anInstantOfTheseTwoCenturiesIsRead(String text) {
        assertThat(RequestTimes.instant(text)).isEqualTo(Instant.parse(text));
        assertThat(json.readValue("\"%s\"".formatted(text), Instant.class)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T23:59:59.999999999Z", "2200-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void anyOtherIsRefused(String text) {
        assertThatThrownBy(() -> RequestTimes.instant(text))
                .isInstanceOf(UnusableTimeException.class)
                .hasMessage("must be an instant (2026-01-31T12:00:00Z), in the years 2000 to 2199");
        assertThatThrownBy(() -> json.readValue("\"%s\"".formatted(text), Instant.class))
                .isInstanceOf(DatabindException.class);
    }

    @Test
    void soAreDaysAndMonths() {
        assertThat(RequestTimes.day("2199-12-31")).isEqualTo(LocalDate.of(2199, 12, 31));
        assertThat(RequestTimes.month("2000-01")).isEqualTo(YearMonth.of(2000, 1));
        assertThatThrownBy(() -> RequestTimes.day("2200-01-01")).hasMessageContaining("must be a day (2026-01-31)");
        assertThatThrownBy(() -> RequestTimes.month("1999-12")).hasMessageContaining("must be a month (2026-01)");
        assertThatThrownBy(() -> json.readValue("\"2200-01-01\"", LocalDate.class))
                .isInstanceOf(DatabindException.class);
        assertThatThrownBy(() -> json.readValue("\"1999-12\"", YearMonth.class)).isInstanceOf(DatabindException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1767225600", "1767225600.5", "1e300", "true", "{}", "[2026, 1, 1]", "\"1767225600\"", "\"\""})
    void inJsonATimeIsATextInTheUsualForm(String value) {
        assertThatThrownBy(() -> json.readValue(value, Instant.class)).isInstanceOf(DatabindException.class);
        assertThatThrownBy(() -> json.readValue(value, LocalDate.class)).isInstanceOf(DatabindException.class);
        assertThatThrownBy(() -> json.readValue(value, YearMonth.class)).isInstanceOf(DatabindException.class);
    }

    @ParameterizedTest(name = "{0} begins at {1} and ends at {2}")
    @CsvSource({
        "2026-01-31, 2026-01-30T16:00:00Z, 2026-01-31T16:00:00Z",
        "2199-12-31, 2199-12-30T16:00:00Z, 2199-12-31T16:00:00Z",
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z"
    })
    void aDayIsAsLongAsItIsWhereOneLives(String text, Instant beginning, Instant end) {
        var named = RequestTimes.dayOrInstant(text);

        assertThat(named.beginningIn(SINGAPORE)).isEqualTo(beginning);
        assertThat(named.endIn(SINGAPORE)).isEqualTo(end);
    }
}
