package io.tiktoken.defaults.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

/** What it makes of a whole service is tested in service-defaults; here, each part by itself. */
class SpanExportFilterTests {

    private static final String[] NAMES = {
        "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
        "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
        "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
        "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
        null
    };

    private final MockEnvironment settings = new MockEnvironment();

    @Test
    void withoutACollectorNeitherTracerNorSdk() {
        assertThat(matches()).containsExactly(false, false, false, true, true);
    }

    @Test
    void aCollectorOfSpansNeedsAll() {
        settings.setProperty(
                "management.opentelemetry.tracing.export.otlp.endpoint", "http://127.0.0.1:4318/v1/traces");

        assertThat(matches()).containsOnly(true);
    }

    @Test
    void aCollectorOfLogsNeedsTheSdkAlone() {
        settings.setProperty("management.opentelemetry.logging.export.otlp.endpoint", "http://127.0.0.1:4318/v1/logs");

        assertThat(matches()).containsExactly(false, false, true, true, true);
    }

    @Test
    void aTracerLeavesNothingToTheHandler() {
        var context =
                new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TraceAutoConfiguration.class));

        context.run(started -> assertThat(started).hasSingleBean(TraceParentHandler.class));
        context.withBean(Tracer.class, () -> Tracer.NOOP)
                .run(started -> assertThat(started).doesNotHaveBean(TraceParentHandler.class));
    }

    private boolean[] matches() {
        var filter = new SpanExportFilter();
        filter.setEnvironment(settings);
        return filter.match(NAMES, null);
    }
}
