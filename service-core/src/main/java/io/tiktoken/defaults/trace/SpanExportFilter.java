package io.tiktoken.defaults.trace;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Lets Spring Boot set OpenTelemetry up only where an operator says to which collector something is exported. Elsewhere its tracer
 * would make spans of every request and throw them away.
 */
final class SpanExportFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String TRACING = "org.springframework.boot.micrometer.tracing.";
    private static final String OPEN_TELEMETRY = "org.springframework.boot.opentelemetry.";

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        var spans = isExported("tracing");
        var anything = spans || isExported("logging");
        var matches = new boolean[configurations.length];
        for (var i = 0; i < configurations.length; i++) {
            var name = configurations[i] == null ? "" : configurations[i];
            matches[i] = name.startsWith(TRACING) ? spans : anything || !name.startsWith(OPEN_TELEMETRY);
        }
        return matches;
    }

    private boolean isExported(String what) {
        return environment.containsProperty("management.opentelemetry.%s.export.otlp.endpoint".formatted(what));
    }
}
