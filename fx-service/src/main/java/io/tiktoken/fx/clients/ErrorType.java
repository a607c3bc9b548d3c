package io.tiktoken.fx.clients;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The errors that the provider documents. Anything else is not repeated: who knows what it would do to a log. */
final class ErrorType {

    private static final Set<String> DOCUMENTED =
            Set.of("unsupported-code", "malformed-request", "invalid-key", "inactive-account", "quota-reached");

    private ErrorType() {}

    static String of(@Nullable String errorType) {
        return errorType != null && DOCUMENTED.contains(errorType) ? errorType : "for no reason that is documented";
    }
}
