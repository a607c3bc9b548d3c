package io.tiktoken.defaults.trace;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Traces are followed by their ids alone, unless there is a tracer that makes spans (see {@link SpanExportFilter}). */
@AutoConfiguration(
        afterName = "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration")
public class TraceAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(type = "io.micrometer.tracing.Tracer")
    TraceParentHandler traceParents(ObjectProvider<ObservationRegistry> observations) {
        return new TraceParentHandler(observations::getObject);
    }
}
