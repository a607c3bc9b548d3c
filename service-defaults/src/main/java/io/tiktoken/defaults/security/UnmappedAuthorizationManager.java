package io.tiktoken.defaults.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Judges what none of our handlers serves. Where nothing would run, because the path does not exist or not with this
 * method, whoever this door knows may hear just that, 404 or 405; a stranger is asked to log in first. A library's handler,
 * which declares nothing, stays shut to everyone, save the one of the API's document.
 */
final class UnmappedAuthorizationManager implements AuthorizationManager<RequestAuthorizationContext> {

    private static final RequestMatcher DOCUMENT =
            PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/v3/api-docs/**");

    private final AuthorizationManager<RequestAuthorizationContext> known =
            AuthenticatedAuthorizationManager.authenticated();
    private final ObjectProvider<HandlerMapping> mappings;

    UnmappedAuthorizationManager(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        var decision = known.authorize(caller, context);
        return new AuthorizationDecision(DOCUMENT.matches(context.getRequest())
                || (decision != null && decision.isGranted() && !runsSomething(context.getRequest())));
    }

    private boolean runsSomething(HttpServletRequest request) {
        var trial = new Trial(request);
        ServletRequestPathUtils.parseAndCache(trial);
        return mappings.orderedStream().anyMatch(mapping -> runsSomething(mapping, trial));
    }

    private static boolean runsSomething(HandlerMapping mapping, HttpServletRequest request) {
        try {
            var found = mapping.getHandler(request);
            return found != null && !isFrameworksOwn(found.getHandler());
        } catch (HttpRequestMethodNotSupportedException otherMethodsOnly) {
            return false;
        } catch (Exception fitsButForAHeaderOrParameter) {
            return true;
        }
    }

    /** Spring MVC answers OPTIONS for any mapped path with the list of its methods. */
    private static boolean isFrameworksOwn(Object handler) {
        return handler instanceof HandlerMethod method
                && RequestMappingInfoHandlerMapping.class.equals(
                        method.getBeanType().getEnclosingClass());
    }

    /** Looking for a handler leaves notes on a request; here they are kept from the request itself. */
    private static final class Trial extends HttpServletRequestWrapper {

        private final Map<String, @Nullable Object> notes = new HashMap<>();

        Trial(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return notes.containsKey(name) ? notes.get(name) : super.getAttribute(name);
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            notes.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            notes.put(name, null);
        }
    }
}
