package io.tiktoken.auth.key;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one clear sentence, instead of a stack trace, why the service does not start. */
final class KeyRefusedAnalyzer extends AbstractFailureAnalyzer<KeyRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeyRefusedException refused) {
        return new FailureAnalysis(
                refused.getMessage(),
                "Start with the key that was in the environment when the database was made, or restore both from a"
                        + " backup.",
                refused);
    }
}
