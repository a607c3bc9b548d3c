package io.tiktoken.defaults.security;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may call what. A service states its rules in one bean of this type; whatever no rule names is denied.
 * Paths under {@code /internal/} are for services, all others for people and machine clients.
 */
public final class AccessRules {

    /**
     * @param authority what the caller's token must carry, such as {@code ROLE_CUSTOMER} or
     *     {@code SCOPE_funds:reserve}; null when no token is needed
     * @param secondFactor whether the person must also have shown a code of their authenticator at log-in
     */
    record Rule(HttpMethod method, String pattern, @Nullable String authority, boolean secondFactor) {

        boolean isInternal() {
            return pattern.startsWith("/internal/");
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    public AccessRules anyone(HttpMethod method, String... patterns) {
        return add(method, null, patterns);
    }

    public AccessRules role(String role, HttpMethod method, String... patterns) {
        return add(method, "ROLE_" + role, patterns);
    }

    public AccessRules scope(String scope, HttpMethod method, String... patterns) {
        return add(method, "SCOPE_" + scope, patterns);
    }

    /** For administrators: each may look; only who logged in with a second factor may change anything. */
    public AccessRules administrator(HttpMethod method, String... patterns) {
        return add(method, "ROLE_ADMIN", !method.equals(HttpMethod.GET), patterns);
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    private AccessRules add(HttpMethod method, @Nullable String authority, String... patterns) {
        return add(method, authority, false, patterns);
    }

    private AccessRules add(HttpMethod method, @Nullable String authority, boolean secondFactor, String... patterns) {
        for (var pattern : patterns) {
            rules.add(new Rule(method, pattern, authority, secondFactor));
            if (method.equals(HttpMethod.GET)) {
                rules.add(new Rule(
                        HttpMethod.HEAD, pattern, authority, secondFactor)); // The same answer without its body.
            }
        }
        return this;
    }
}
