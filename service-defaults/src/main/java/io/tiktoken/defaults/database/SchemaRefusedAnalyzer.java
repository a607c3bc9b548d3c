package io.tiktoken.defaults.database;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in clear words that the tables are not those which this version of the service made. */
final class SchemaRefusedAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException refused) {
        return new FailureAnalysis(
                "The database's schema was made by a newer version of this service, or changed by hand: "
                        + refused.getMessage(),
                "Start the version that made it, or restore a backup that fits this one.",
                refused);
    }
}
