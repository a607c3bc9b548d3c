package io.tiktoken.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeyTests {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Made at 0, signs from 600, replaced at 5000, published until 5400. */
    static final SigningKey REPLACED = new SigningKey("key", 2, START, at(600), at(5_000), at(5_400));

    static final SigningKey NEWEST = new SigningKey("key", 2, START, at(600), null, null);

    @ParameterizedTest(name = "at second {0} a replaced key is {1}")
    @CsvSource({
        "0, ANNOUNCED",
        "599, ANNOUNCED",
        "600, SIGNING",
        "4999, SIGNING",
        "5000, RETIRING",
        "5399, RETIRING",
        "5400, RETIRED",
        "999999, RETIRED"
    })
    void itsTimesSayWhatItIsGoodFor(long second, SigningKey.State state) {
        assertThat(REPLACED.stateAt(at(second))).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"599, ANNOUNCED", "600, SIGNING", "999999, SIGNING"})
    void theNewestSignsUntilAnotherIsAnnounced(long second, SigningKey.State state) {
        assertThat(NEWEST.stateAt(at(second))).isEqualTo(state);
    }

    private static Instant at(long second) {
        return START.plusSeconds(second);
    }
}
