package io.tiktoken.defaults.database;

import org.jspecify.annotations.Nullable;

/**
 * A write was not confirmed: the queue was full, the service is stopping, or the database failed under
 * the batch. The caller may repeat it.
 */
public final class WriteUnavailableException extends RuntimeException {

    WriteUnavailableException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
