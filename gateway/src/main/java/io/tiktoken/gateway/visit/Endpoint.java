package io.tiktoken.gateway.visit;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Recognises what a request asks for exactly as the services do, by decoded segments: to them
 * {@code /api/auth/log%69n} is the login, so it must be that here too.
 */
public record Endpoint(Set<HttpMethod> methods, PathPattern path) {

    public static Endpoint post(String path) {
        return of(path, HttpMethod.POST);
    }

    public static Endpoint delete(String path) {
        return of(path, HttpMethod.DELETE);
    }

    public static Endpoint reading(String path) {
        return of(path, HttpMethod.GET, HttpMethod.HEAD);
    }

    public static Endpoint changing(String path) {
        return of(path, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    }

    private static Endpoint of(String path, HttpMethod... methods) {
        return new Endpoint(Set.of(methods), PathPatternParser.defaultInstance.parse(path));
    }

    public boolean isAskedBy(ServerHttpRequest request) {
        return methods.contains(request.getMethod())
                && path.matches(request.getPath().pathWithinApplication());
    }
}
