package io.tiktoken.defaults.runtime;

import io.micrometer.common.KeyValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerHttpObservationDocumentation.HighCardinalityKeyNames;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * How requests are named in metrics and traces. Spring's own convention already counts methods that no standard knows
 * as one, but a span's name would repeat each of them, and a span would keep a path of any length.
 */
final class RequestObservationConvention extends DefaultServerRequestObservationConvention {

    private static final int LONGEST_PATH = 200;

    private static final Set<String> METHODS =
            Arrays.stream(HttpMethod.values()).map(HttpMethod::name).collect(Collectors.toUnmodifiableSet());

    @Override
    public String getContextualName(ServerRequestObservationContext context) {
        var request = context.getCarrier();
        var method = request != null && METHODS.contains(request.getMethod())
                ? request.getMethod().toLowerCase(Locale.ROOT)
                : "other";
        return "http " + method + (context.getPathPattern() == null ? "" : " " + context.getPathPattern());
    }

    @Override
    protected KeyValue httpUrl(ServerRequestObservationContext context) {
        return HighCardinalityKeyNames.HTTP_URL.withValue(
                cut(super.httpUrl(context).getValue()));
    }

    private static String cut(String path) {
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "…" : path;
    }
}
