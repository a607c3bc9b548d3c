package io.tiktoken.gateway.problem;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * What a client is told when something went wrong.
 *
 * @param code stable, in snake case, for programs
 * @param sentence for people: what happened and, where it helps, what to do
 * @param retryAfter when asking again makes sense, if it does
 */
public record Problem(
        HttpStatus status,
        String code,
        String sentence,
        @Nullable Duration retryAfter) {

    public static Problem of(HttpStatus status, String code, String sentence) {
        return new Problem(status, code, sentence, null);
    }

    /** The same for every path that leads nowhere, so that nobody learns which paths exist inside. */
    public static Problem notFound() {
        return of(HttpStatus.NOT_FOUND, "not_found", "There is nothing here");
    }

    public Problem retryAfter(Duration pause) {
        return new Problem(status, code, sentence, pause);
    }

    /** Rounded up, because whoever comes back a moment too early is refused again; 0 when waiting does not help. */
    long secondsToWait() {
        return retryAfter == null ? 0 : retryAfter.plusNanos(999_999_999).toSeconds();
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    ProblemDetail detail(@Nullable String traceId) {
        var detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setType(URI.create("urn:tiktoken:problem:" + code));
        detail.setProperty("code", code);
        if (traceId != null) {
            detail.setProperty("traceId", traceId);
        }
        return detail;
    }
}
