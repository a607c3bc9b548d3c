package io.tiktoken.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tiktoken.defaults.runtime.SeriesLimitFilter;
import io.tiktoken.gateway.FrontDoorTest;
import io.tiktoken.gateway.RawRequest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is asked, the number of series stays what the routes make it. */
class SeriesTests extends FrontDoorTest {

    /** Meters that any work at all may bring, such as the pause of a first garbage collection. */
    private static final int ALLOWANCE = 5;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private SeriesLimitFilter limit;

    @Test
    void aThousandOddRequestsMakeNoSeries() throws Exception {
        ask("warm", 20);
        var before = meters.getMeters().size();

        ask("odd", 200);

        assertThat(meters.getMeters()).hasSizeLessThanOrEqualTo(before + ALLOWANCE);
        assertThat(meters.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .noneMatch(tag -> tag.getValue().toLowerCase(Locale.ROOT).contains("odd"));
    }

    /** Each time something else, in every part of a request. */
    private void ask(String word, int times) throws Exception {
        for (var i = 0; i < times; i++) {
            var odd = word + i;
            RawRequest.send(
                    port,
                    odd.toUpperCase(Locale.ROOT)
                            + " /api/products HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            RawRequest.get(port, "/" + odd);
            RawRequest.get(port, "/api/products/" + odd + "?" + odd + "=" + odd);
            RawRequest.get(port, "/%zz" + odd);
            RawRequest.send(
                    port,
                    "GET /api/products HTTP/1.1\r\nHost: %s.example\r\n%s: %s\r\nConnection: close\r\n\r\n"
                            .formatted(odd, odd, odd));
        }
    }

    @Test
    void aMeterWhoseTagHasTooManyValuesStopsGrowingAndTheOthersGoOn() {
        var limited = new SimpleMeterRegistry();
        limited.config().meterFilter(limit);

        for (var i = 0; i < 3_000; i++) {
            Counter.builder("unbounded").tag("value", "v" + i).register(limited).increment();
        }
        Counter.builder("another").register(limited).increment();

        assertThat(limited.find("unbounded").counters()).hasSize(1_000);
        assertThat(limited.get("another").counter().count()).isEqualTo(1);
    }
}
