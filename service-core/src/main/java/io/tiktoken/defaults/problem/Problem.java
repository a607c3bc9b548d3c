package io.tiktoken.defaults.problem;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
 *
 * @param code stable, in snake case: {@code insufficient_funds}
 * @param sentence tells the reader what happened and, where it helps, what to do
 * @param more numbers and names that the client needs in order to go on
 * @param headers of the answer, such as {@code Retry-After}
 */
public record Problem(
        HttpStatus status, String code, String sentence, Map<String, @Nullable Object> more, HttpHeaders headers) {

    /** A problem that clients can rely on. */
    public static Problem of(HttpStatus status, String code, String sentence) {
        return new Problem(status, code, sentence, Map.of(), HttpHeaders.EMPTY);
    }

    /** What a status says by itself, where nothing more is known about what went wrong. */
    public static Problem of(HttpStatus status) {
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

    /** The same, with a number or a name that the client needs in order to go on. */
    public Problem with(String name, @Nullable Object value) {
        var extended = new LinkedHashMap<String, @Nullable Object>(more);
        extended.put(name, value);
        return new Problem(status, code, sentence, extended, headers);
    }

    /** The same, with more headers. */
    public Problem with(HttpHeaders others) {
        var all = HttpHeaders.copyOf(headers);
        all.putAll(others);
        return new Problem(status, code, sentence, more, HttpHeaders.readOnlyHttpHeaders(all));
    }

    public Problem retryAfterSeconds(long seconds) {
        var pause = new HttpHeaders();
        pause.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return with(pause);
    }

    /** Rounded up, because whoever comes back a moment too early is refused again. */
    public Problem retryAfter(Duration pause) {
        return retryAfterSeconds(pause.plusNanos(999_999_999).toSeconds());
    }

    /** The document, in a thread whose logging context knows the trace. */
    public ProblemDetail detail() {
        return detail(MDC.get("traceId"));
    }

    /** The document. */
    public ProblemDetail detail(@Nullable String traceId) {
        var detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setType(URI.create("urn:tiktoken:problem:" + code));
        detail.setProperty("code", code);
        if (traceId != null) {
            detail.setProperty("traceId", traceId);
        }
        more.forEach(detail::setProperty);
        return detail;
    }

    public ResponseEntity<Object> response() {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail());
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }
}
