package io.tiktoken.gateway.guard;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.tiktoken.defaults.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.http.server.HttpServerRequest;

/**
 * The headers of a request that stands for one which is refused. They carry the problem from the connection to where
 * answers are made, and because they are a type and not a text, no client can send them.
 */
final class RefusalHeaders extends DefaultHttpHeaders {

    /** Counted, logged and traced as one, whatever a client called its method. */
    private static final HttpMethod OTHER = HttpMethod.valueOf("OTHER");

    private final Problem problem;

    private RefusalHeaders(Problem problem) {
        this.problem = problem;
    }

    /** A request for nothing in the place of the refused one, the last of its connection. */
    static HttpRequest of(HttpRequest refused, Problem problem) {
        var headers = new RefusalHeaders(problem);
        headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        var known = PlainHttp.METHODS.contains(
                org.springframework.http.HttpMethod.valueOf(refused.method().name()));
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, known ? refused.method() : OTHER, "/", headers);
    }

    static @Nullable Problem in(ServerHttpRequest request) {
        return ServerHttpRequestDecorator.getNativeRequest(request) instanceof HttpServerRequest served
                        && served.requestHeaders() instanceof RefusalHeaders refusal
                ? refusal.problem
                : null;
    }
}
