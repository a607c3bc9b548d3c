package io.tiktoken.defaults.problem;

import io.tiktoken.defaults.trace.TraceParent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.ServerHttpObservationFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says in a problem document what Tomcat would say in a page of HTML: what it refuses before any filter has seen it,
 * and what a filter ended with nothing but a status.
 */
final class ProblemReportValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);

    private final JsonMapper json;

    ProblemReportValve(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()
                || !mayStillBeWritten(response)) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(json.writeValueAsString(problemFor(request, response)));
                response.finishResponse();
            }
        } catch (IOException gone) {
            log.debug("Nobody is left to hear of status {}: {}", response.getStatus(), gone.toString());
        }
    }

    private static boolean mayStillBeWritten(Response response) {
        var allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }

    private static ProblemDetail problemFor(Request request, Response response) {
        var status = HttpStatus.resolve(response.getStatus());
        return Problem.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status)
                .detail(traceId(request));
    }

    /** From the request itself: this runs outside the filter whose trace id the logging context would have. */
    private static @Nullable String traceId(HttpServletRequest request) {
        return ServerHttpObservationFilter.findObservationContext(request)
                .map(TraceParent::of)
                .map(TraceParent::traceId)
                .orElse(null);
    }
}
