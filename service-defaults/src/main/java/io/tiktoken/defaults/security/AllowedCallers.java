package io.tiktoken.defaults.security;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;

/** Who may call a handler, as it declares by one of the annotations {@code @For…}. */
public sealed interface AllowedCallers {

    record Anyone() implements AllowedCallers {}

    record Customers() implements AllowedCallers {}

    record Administrators() implements AllowedCallers {}

    record Clients(String scope) implements AllowedCallers {}

    record Services(String scope) implements AllowedCallers {}

    /**
     * What the method declares, else what its controller does.
     *
     * @throws IllegalStateException when one of them declares more than one thing
     */
    static Optional<AllowedCallers> of(HandlerMethod handler) {
        return declaredAt(handler.getMethod()).or(() -> declaredAt(handler.getBeanType()));
    }

    private static Optional<AllowedCallers> declaredAt(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .flatMap(AllowedCallers::of)
                .reduce((one, other) -> {
                    throw new IllegalStateException(
                            "%s declares two kinds of callers, %s and %s".formatted(element, one, other));
                });
    }

    private static Stream<AllowedCallers> of(Annotation annotation) {
        return switch (annotation) {
            case ForAnyone _ -> Stream.of(new Anyone());
            case ForCustomers _ -> Stream.of(new Customers());
            case ForAdministrators _ -> Stream.of(new Administrators());
            case ForClients clients -> Stream.of(new Clients(clients.value()));
            case ForService service -> Stream.of(new Services(service.value()));
            default -> Stream.of();
        };
    }
}
