package io.tiktoken.defaults.trace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTests {

    private static final String EXAMPLE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void goesOnAsItCame() {
        var trace = TraceParent.continuing(EXAMPLE);

        assertThat(trace.text()).isEqualTo(EXAMPLE);
        assertThat(trace.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473/-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473:-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b -01",
                "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7_01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0x"
            })
    void whatCannotBeReadBeginsAnew(String header) {
        var trace = TraceParent.continuing(header);

        assertThat(trace.text()).isNotEqualTo(header).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(TraceParent.continuing(trace.text())).isEqualTo(trace);
    }

    /** With OpenTelemetry's own tracer, as it is where spans are exported. */
    @ParameterizedTest
    @CsvSource({"true, 01", "false, 00"})
    void whereSpansAreMadeItNamesTheSpan(boolean recorded, String flags) {
        var spans = SdkTracerProvider.builder()
                .setSampler(recorded ? Sampler.alwaysOn() : Sampler.alwaysOff())
                .build();
        var tracer = new OtelTracer(spans.get("test"), new OtelCurrentTraceContext(), _ -> {});
        var observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultTracingObservationHandler(tracer));

        var request = Observation.start("request", observations);

        try (var _ = request.openScope()) {
            var span = requireNonNull(tracer.currentSpan()).context();
            assertThat(TraceParent.of(request.getContextView()))
                    .isEqualTo(new TraceParent("00-" + span.traceId() + "-" + span.spanId() + "-" + flags));
        }
        request.stop();
    }

    @Test
    void everyTraceHasItsOwnId() {
        assertThat(IntStream.range(0, 1_000).mapToObj(_ -> TraceParent.begun().traceId()))
                .doesNotHaveDuplicates();
    }
}
