package io.tiktoken.defaults.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class SeriesLimitFilterTests {

    @Test
    void aMeterWhoseTagHasTooManyValuesStopsGrowingAndTheOthersGoOn() {
        var limited = new SimpleMeterRegistry();
        limited.config().meterFilter(new SeriesLimitFilter(10));

        for (var i = 0; i < 1_000; i++) {
            Counter.builder("unbounded").tag("value", "v" + i).register(limited).increment();
        }
        Counter.builder("unbounded").tag("value", "v3").register(limited).increment();
        Counter.builder("another").register(limited).increment();

        assertThat(limited.find("unbounded").counters()).hasSize(10);
        assertThat(limited.get("unbounded").tag("value", "v3").counter().count())
                .isEqualTo(2);
        assertThat(limited.get("another").counter().count()).isEqualTo(1);
    }
}
