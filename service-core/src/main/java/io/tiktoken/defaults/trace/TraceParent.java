package io.tiktoken.defaults.trace;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * To which trace a request belongs, as the header {@code traceparent} says it (W3C Trace Context, version 00).
 *
 * @param text {@code 00-<id of the trace>-<id of the caller's span>-<flags>}
 */
public record TraceParent(String text) {

    public static final String HEADER = "traceparent";

    /** Where log lines find the id of the trace, and where Micrometer puts it when it makes spans. */
    static final String LOGGED_AS = "traceId";

    private static final String VERSION = "00-";
    private static final String NOBODY = "0".repeat(32);
    private static final String NOT_RECORDED = "-00";
    private static final String RECORDED = "-01";
    private static final int ID = VERSION.length();
    private static final int ID_END = ID + 32;
    private static final int SPAN = ID_END + 1;
    private static final int SPAN_END = SPAN + 16;
    private static final int FLAGS = SPAN_END + 1;
    private static final int LENGTH = FLAGS + 2;

    /** What a request brings goes on as it came; whoever brings nothing, or nothing that can be read, begins a trace. */
    static TraceParent continuing(@Nullable String header) {
        return header != null && isWellFormed(header) ? new TraceParent(header) : begun();
    }

    /** The first of a trace. Random, like the ids of OpenTelemetry: nobody needs to be unable to guess it. */
    static TraceParent begun() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return of(
                hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong(1, Long.MAX_VALUE)),
                hex.toHexDigits(random.nextLong(1, Long.MAX_VALUE)),
                NOT_RECORDED);
    }

    /** Of what is observed: of its span where spans are made, else as {@link TraceParentHandler} has noted it. */
    public static @Nullable TraceParent of(Observation.ContextView observed) {
        TracingContext tracing = observed.get(TracingContext.class);
        var span = tracing == null ? null : tracing.getSpan();
        if (span == null) {
            return observed.get(TraceParent.class);
        }
        var context = span.context();
        var recorded = Boolean.TRUE.equals(context.sampled());
        return of(context.traceId(), context.spanId(), recorded ? RECORDED : NOT_RECORDED);
    }

    private static TraceParent of(String traceId, String spanId, String flags) {
        return new TraceParent(VERSION + traceId + "-" + spanId + flags);
    }

    /** The id under which the request is found in the logs of all services. */
    public String traceId() {
        return text.substring(ID, ID_END);
    }

    private static boolean isWellFormed(String header) {
        return header.length() == LENGTH
                && header.startsWith(VERSION)
                && isId(header, ID, ID_END)
                && header.charAt(ID_END) == '-'
                && isId(header, SPAN, SPAN_END)
                && header.charAt(SPAN_END) == '-'
                && isHex(header, FLAGS, LENGTH);
    }

    private static boolean isId(String header, int from, int to) {
        return isHex(header, from, to) && !header.regionMatches(from, NOBODY, 0, to - from);
    }

    private static boolean isHex(String header, int from, int to) {
        for (var i = from; i < to; i++) {
            var digit = header.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }
}
