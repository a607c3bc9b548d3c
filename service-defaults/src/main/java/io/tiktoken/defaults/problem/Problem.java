package io.tiktoken.defaults.problem;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * What a client is told when something went wrong: a problem document (RFC 9457) with a {@code code}
 * that programs can rely on, a sentence for people, and the {@code traceId} to quote to an operator.
 */
public final class Problem {

    private final ProblemDetail detail;
    private final HttpHeaders headers = new HttpHeaders();

    private Problem(HttpStatus status, String code, String sentence) {
        detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setType(URI.create("urn:tiktoken:problem:" + code));
        detail.setProperty("code", code);
        var traceId = MDC.get("traceId");
        if (traceId != null) {
            detail.setProperty("traceId", traceId);
        }
    }

    /**
     * A problem that clients can rely on.
     *
     * @param code stable, in snake case: {@code insufficient_funds}
     * @param sentence tells the reader what happened and, where it helps, what to do
     */
    public static Problem of(HttpStatus status, String code, String sentence) {
        return new Problem(status, code, sentence);
    }

    /** What a status says by itself, where nothing more is known about what went wrong. */
    static Problem of(HttpStatus status) {
        return of(status, codeOf(status), sentenceFor(status));
    }

    private static String codeOf(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "malformed_request";
            case REQUEST_HEADER_FIELDS_TOO_LARGE -> "headers_too_large";
            case INTERNAL_SERVER_ERROR -> "internal_error";
            case SERVICE_UNAVAILABLE -> "temporarily_unavailable";
            default -> status.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String sentenceFor(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "The request has a missing or malformed part";
            case NOT_FOUND -> "There is nothing here";
            case METHOD_NOT_ALLOWED -> "This method is not possible here";
            case NOT_ACCEPTABLE -> "None of the media types in the Accept header can be produced";
            case CONTENT_TOO_LARGE -> "The request is too large";
            case UNSUPPORTED_MEDIA_TYPE -> "Send this as application/json";
            case INTERNAL_SERVER_ERROR ->
                "Something went wrong on our side. Please try again, and quote the trace id if it stays.";
            case NOT_IMPLEMENTED -> "Nothing here understands this method or this transfer encoding";
            case SERVICE_UNAVAILABLE -> "This is not possible just now; please try again";
            default -> status.getReasonPhrase();
        };
    }

    /** Adds a number or a name that the client needs in order to go on. */
    public Problem with(String name, @Nullable Object value) {
        detail.setProperty(name, value);
        return this;
    }

    public Problem retryAfterSeconds(long seconds) {
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return this;
    }

    /** Rounded up to whole seconds, so that nobody comes back too early. */
    public Problem retryAfter(Duration wait) {
        return retryAfterSeconds(wait.plusMillis(999).toSeconds());
    }

    public ProblemDetail detail() {
        return detail;
    }

    public HttpHeaders headers() {
        return headers;
    }

    public ResponseEntity<Object> response() {
        return ResponseEntity.status(detail.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
