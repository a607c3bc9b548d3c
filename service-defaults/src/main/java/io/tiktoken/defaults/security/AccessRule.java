package io.tiktoken.defaults.security;

import static java.util.Objects.requireNonNull;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAuthority;

import io.tiktoken.defaults.security.AllowedCallers.Administrators;
import io.tiktoken.defaults.security.AllowedCallers.Anyone;
import io.tiktoken.defaults.security.AllowedCallers.Clients;
import io.tiktoken.defaults.security.AllowedCallers.Customers;
import io.tiktoken.defaults.security.AllowedCallers.Services;
import java.util.stream.Stream;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.SingleResultAuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may ask for one method on one path pattern, because the handler that is mapped to both declares it. */
record AccessRule(
        RequestMethod method,
        PathPattern pattern,
        AllowedCallers callers,
        AuthorizationManager<RequestAuthorizationContext> judge,
        RequestMappingInfo mapping,
        HandlerMethod handler) {

    private static final PathPattern INTERNAL = PathPatternParser.defaultInstance.parse("/internal/**");

    AccessRule {
        var isInternal = pattern.getPatternString().startsWith("/internal/");
        if (callers instanceof Services ? !isInternal : mayMatchTheSame(pattern, INTERNAL)) {
            throw new IllegalStateException(
                    "%s declares %s, but is mapped to %s: what is under /internal/ is for services, and nothing else is"
                            .formatted(handler, callers, pattern));
        }
    }

    /** @throws IllegalStateException when the handler does not declare who may call it, or something contradicts that */
    static Stream<AccessRule> of(RequestMappingInfo mapping, HandlerMethod handler) {
        var callers = AllowedCallers.of(handler)
                .orElseThrow(() -> new IllegalStateException(
                        "%s, mapped to %s, does not declare who may call it: it needs a @For… of its own or of its controller"
                                .formatted(handler, mapping)));
        var methods = mapping.getMethodsCondition().getMethods();
        if (methods.isEmpty() || methods.contains(RequestMethod.HEAD)) {
            throw new IllegalStateException("%s, mapped to %s, must name its methods, and not HEAD, which follows GET"
                    .formatted(handler, mapping));
        }
        var patterns = requireNonNull(mapping.getPathPatternsCondition()).getPatterns();
        return methods.stream()
                .flatMap(method -> patterns.stream()
                        .map(pattern ->
                                new AccessRule(method, pattern, callers, judge(callers, method), mapping, handler)));
    }

    private static AuthorizationManager<RequestAuthorizationContext> judge(
            AllowedCallers callers, RequestMethod method) {
        return switch (callers) {
            case Anyone() -> SingleResultAuthorizationManager.permitAll();
            case Customers() -> hasAuthority("ROLE_CUSTOMER");
            case Administrators() ->
                method == RequestMethod.GET ? hasAuthority("ROLE_ADMIN") : SecondFactor.after("ROLE_ADMIN");
            case Clients(var scope) -> hasAuthority("SCOPE_" + scope);
            case Services(var scope) -> hasAuthority("SCOPE_" + scope);
        };
    }

    /**
     * Spring MVC runs the handler with the most specific pattern, unless its conditions (such as {@code consumes}) do not
     * hold: then another one whose pattern matches. Rules go by the pattern alone, so that must not make a difference.
     *
     * @throws IllegalStateException when a request that is judged by one of both rules could run the other one's handler
     */
    void refuseToBeMistakenFor(AccessRule other) {
        if (method == other.method
                && !callers.equals(other.callers)
                && mayMatchTheSame(pattern, other.pattern)
                && (PathPattern.SPECIFICITY_COMPARATOR.compare(pattern, other.pattern) == 0
                        || !conditions().equals(other.conditions()))) {
            throw new IllegalStateException(
                    "%s and %s declare different callers, but %s %s and %s may match the same request"
                            .formatted(handler, other.handler, method, mapping, other.mapping));
        }
    }

    /** All but method and path. */
    private RequestMappingInfo conditions() {
        return mapping.mutate().methods().paths().build();
    }

    /** Segment by segment; one with a variable or a wildcard counts as if it matched every other. */
    private static boolean mayMatchTheSame(PathPattern one, PathPattern other) {
        var segments = one.getPatternString().split("/", -1);
        var others = other.getPatternString().split("/", -1);
        var both = Math.min(segments.length, others.length);
        for (var i = 0; i < both; i++) {
            if (matchesTheRest(segments[i]) || matchesTheRest(others[i])) {
                return true;
            }
            if (!segments[i].equals(others[i]) && !matchesMore(segments[i]) && !matchesMore(others[i])) {
                return false;
            }
        }
        return segments.length == others.length
                || matchesTheRest(segments.length > both ? segments[both] : others[both]);
    }

    /** {@code **}, {@code {*name}}, or an expression, in which a slash may stand. */
    private static boolean matchesTheRest(String segment) {
        return segment.equals("**") || segment.startsWith("{*") || segment.contains(":");
    }

    private static boolean matchesMore(String segment) {
        return segment.contains("{") || segment.contains("*") || segment.contains("?");
    }
}
