package io.tiktoken.defaults.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.tiktoken.defaults.security.AllowedCallers;
import io.tiktoken.defaults.security.AllowedCallers.Administrators;
import io.tiktoken.defaults.security.AllowedCallers.Anyone;
import io.tiktoken.defaults.security.AllowedCallers.Clients;
import io.tiktoken.defaults.security.AllowedCallers.Customers;
import io.tiktoken.defaults.security.AllowedCallers.Services;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** What a handler's declaration of its callers means to a client: what to bring, and what else is answered. */
final class AccessDescription {

    private static final String SESSION = "session";
    private static final String TOKEN = "token";

    private AccessDescription() {}

    static Components securitySchemes() {
        return new Components()
                .addSecuritySchemes(
                        SESSION,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("tiktoken_session")
                                .description("A person's, as a log-in sets it; the gateway takes it"))
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "A machine's, with this scope, from /oauth2/token for its client credentials"));
    }

    static void describe(Operation operation, HandlerMethod handler) {
        AllowedCallers.of(handler).ifPresent(callers -> {
            switch (callers) {
                case Anyone() -> {}
                case Customers() -> describe(operation, SESSION, "CUSTOMER", "`forbidden`");
                case Administrators() ->
                    describe(
                            operation,
                            SESSION,
                            "ADMIN",
                            onlyLooks(handler) ? "`forbidden`" : "`forbidden`, `second_factor_required`");
                case Clients(var scope) -> describe(operation, TOKEN, scope, "`forbidden`");
                case Services(var scope) -> describe(operation, TOKEN, scope, "`forbidden`");
            }
        });
    }

    private static void describe(Operation operation, String scheme, String right, String refusals) {
        operation.addSecurityItem(new SecurityRequirement().addList(scheme, right));
        RefusalDescription.add(operation, "401", "`unauthenticated`");
        RefusalDescription.add(operation, "403", refusals);
    }

    private static boolean onlyLooks(HandlerMethod handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null && mapping.method().length == 1 && mapping.method()[0] == RequestMethod.GET;
    }
}
