package io.tiktoken.gateway.visit;

import io.tiktoken.defaults.trace.TraceParent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/** What the gateway knows about one request beyond its bytes: who it is for, and the trace it belongs to. */
public final class Visit {

    private static final String ATTRIBUTE = Visit.class.getName();

    private volatile @Nullable String userId;

    private Visit() {}

    static void begin(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, new Visit());
    }

    /** Nothing for requests that did not come through the front door, such as those to the management port. */
    static @Nullable Visit find(Map<String, Object> attributes) {
        return attributes.get(ATTRIBUTE) instanceof Visit visit ? visit : null;
    }

    /** Whether this came through the front door: what the operator asks at the management port did not. */
    public static boolean isOne(ServerWebExchange exchange) {
        return find(exchange.getAttributes()) != null;
    }

    /** For whom this request is made, if that is known. */
    public static @Nullable String userId(ServerWebExchange exchange) {
        var visit = find(exchange.getAttributes());
        return visit == null ? null : visit.userId();
    }

    /** Notes for whom this request is made: a person, or a machine client. */
    public static void isFor(ServerWebExchange exchange, String userId) {
        var visit = find(exchange.getAttributes());
        if (visit != null) {
            visit.userId = userId;
        }
    }

    /** The id under which this request is found in the logs of all services. */
    public static @Nullable String traceId(ServerWebExchange exchange) {
        return traceId(traceParent(exchange));
    }

    /** What the services are told of the trace. */
    public static @Nullable TraceParent traceParent(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(TraceParent::of)
                .orElse(null);
    }

    static @Nullable String traceId(@Nullable TraceParent trace) {
        return trace == null ? null : trace.traceId();
    }

    @Nullable
    String userId() {
        return userId;
    }
}
