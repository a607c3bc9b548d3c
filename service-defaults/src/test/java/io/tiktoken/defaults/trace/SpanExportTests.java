package io.tiktoken.defaults.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import io.tiktoken.defaults.SampleService;
import io.tiktoken.defaults.testing.RawRequest;
import io.tiktoken.defaults.testing.TestTokens;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A whole service, with a collector of spans and without. */
class SpanExportTests {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void withoutACollectorATraceIsItsIdAlone() {
        running(service -> {
            assertThat(service.getBeanProvider(Tracer.class)).isEmpty();
            assertThat(refusalBy(service)).contains("\"traceId\":\"" + ID + "\"");
        });
    }

    @Test
    void whereSpansAreExportedTheyAreMade() {
        running(
                service -> {
                    assertThat(service.getBeanProvider(Tracer.class)).hasSize(1);
                    assertThat(service.getBeanProvider(TraceParentHandler.class))
                            .isEmpty();
                    assertThat(refusalBy(service)).contains("\"traceId\":\"" + ID + "\"");
                },
                "--management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:1/v1/traces");
    }

    private static String refusalBy(ServletWebServerApplicationContext service) {
        try {
            return RawRequest.send(
                    service.getWebServer().getPort(),
                    "GET /api/nowhere HTTP/1.1",
                    "traceparent: 00-" + ID + "-00f067aa0ba902b7-00\r\n");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void running(Consumer<ServletWebServerApplicationContext> test, String... arguments) {
        var service = new SpringApplicationBuilder(SampleService.class, TestTokens.class)
                .properties(
                        "server.port=0",
                        "management.server.port=0",
                        "tiktoken.database.file=target/test-databases/%s.db".formatted(UUID.randomUUID()));
        try (var context = service.run(arguments)) {
            test.accept((ServletWebServerApplicationContext) context);
        }
    }
}
