package io.tiktoken.defaults.security;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/** Judges each request by what the handler that will serve it declares, read from the handler mappings once. */
final class HandlerAuthorizationManager implements AuthorizationManager<RequestAuthorizationContext> {

    /** Handlers that libraries bring declare nothing; they are left to {@link #unmapped}. */
    private static final String OWN_PACKAGES = "io.tiktoken.";

    private final Map<String, AccessRule> rulesByPath;
    private final Map<String, List<AccessRule>> rulesByMethod;
    private final AuthorizationManager<RequestAuthorizationContext> unmapped;

    /** @throws IllegalStateException when a handler does not declare who may call it, or something contradicts that */
    HandlerAuthorizationManager(
            Stream<RequestMappingInfoHandlerMapping> mappings,
            AuthorizationManager<RequestAuthorizationContext> unmapped) {
        var rules = mappings.flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(mapped -> mapped.getValue().getBeanType().getName().startsWith(OWN_PACKAGES))
                .flatMap(mapped -> AccessRule.of(mapped.getKey(), mapped.getValue()))
                .sorted(Comparator.comparing(AccessRule::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                .toList();
        rules.forEach(rule -> rules.forEach(rule::refuseToBeMistakenFor));
        this.rulesByPath = rules.stream()
                .filter(rule -> !rule.pattern().hasPatternSyntax())
                .collect(toMap(rule -> rule.method() + rule.pattern().getPatternString(), identity(), (one, _) -> one));
        this.rulesByMethod =
                rules.stream().collect(groupingBy(rule -> rule.method().name()));
        this.unmapped = unmapped;
    }

    @Override
    public @Nullable AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var method = HttpMethod.HEAD.matches(request.getMethod()) ? HttpMethod.GET.name() : request.getMethod();
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        var named = rulesByPath.get(method + path.value());
        if (named != null) {
            return named.judge().authorize(caller, context);
        }
        for (var rule : rulesByMethod.getOrDefault(method, List.of())) {
            if (rule.pattern().matches(path)) {
                return rule.judge().authorize(caller, context);
            }
        }
        return unmapped.authorize(caller, context);
    }
}
