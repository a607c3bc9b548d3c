package io.tiktoken.gateway.visit;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.tiktoken.defaults.trace.TraceParent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * One line for every request, whatever became of it. It listens to the server's own observation because that
 * is the one place that also sees requests which ended in an error or whose client went away.
 */
@Component
class AccessLogHandler implements ObservationHandler<ServerRequestObservationContext> {

    private static final Logger log = LoggerFactory.getLogger(AccessLogHandler.class);
    private static final int LONGEST_PATH = 200;

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ServerRequestObservationContext;
    }

    @Override
    public void onStart(ServerRequestObservationContext request) {
        request.put(Started.class, new Started(System.nanoTime()));
    }

    @Override
    public void onStop(ServerRequestObservationContext request) {
        var visit = Visit.find(request.getAttributes());
        var asked = request.getCarrier();
        if (visit == null || asked == null) {
            return;
        }
        // The query is left out: it may hold what people searched for.
        log.info(
                "method={} path={} status={} millis={} route={} user={} trace={}",
                asked.getMethod(),
                path(asked),
                status(request),
                millis(request),
                route(request),
                orDash(visit.userId()),
                orDash(Visit.traceId(TraceParent.of(request))));
    }

    private static String path(ServerHttpRequest request) {
        var path = request.getURI().getRawPath();
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "…" : path;
    }

    private static String status(ServerRequestObservationContext request) {
        if (request.isConnectionAborted()) {
            return "client-left";
        }
        var status =
                request.getResponse() == null ? null : request.getResponse().getStatusCode();
        return status == null ? "200" : Integer.toString(status.value());
    }

    private static long millis(ServerRequestObservationContext request) {
        Started started = request.getRequired(Started.class);
        return Duration.ofNanos(System.nanoTime() - started.nanos()).toMillis();
    }

    private static String route(ServerRequestObservationContext request) {
        var route = request.getAttributes().get(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route instanceof Route found ? found.getId() : "-";
    }

    private static String orDash(@Nullable String value) {
        return value == null ? "-" : value;
    }

    private record Started(long nanos) {}
}
