package io.tiktoken.defaults.runtime;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A body went on beyond what any honest request needs. */
final class RequestTooLargeException extends ResponseStatusException {

    RequestTooLargeException(long largestBytes) {
        super(HttpStatus.CONTENT_TOO_LARGE, "A request may have at most %d bytes".formatted(largestBytes));
    }
}
