package io.tiktoken.defaults.database;

import java.time.Clock;
import java.util.Map;
import org.springframework.data.spel.spi.EvaluationContextExtension;

/**
 * Lets the SQL of a repository say {@code :#{now}}: the milliseconds of the service's clock, as columns hold them, and
 * the same wherever one statement says it.
 */
record ClockEvaluationContextExtension(Clock clock) implements EvaluationContextExtension {

    @Override
    public String getExtensionId() {
        return "clock";
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("now", clock.millis());
    }
}
