package io.tiktoken.defaults.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one clear sentence, instead of a stack trace, why the service does not start. */
final class DatabaseRefusedAnalyzer extends AbstractFailureAnalyzer<DatabaseRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseRefusedException refused) {
        return new FailureAnalysis(refused.getMessage(), null, refused);
    }
}
