package io.tiktoken.defaults.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One method on one path, as one of our own handlers is mapped to it.
 *
 * @param path with the names of its variables in braces
 */
record Endpoint(HttpMethod method, String path, Set<MediaType> produces, HandlerMethod handler) {

    static List<Endpoint> of(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapped -> mapped.getValue().getBeanType().getName().startsWith("io.tiktoken."))
                .flatMap(mapped -> mapped.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapped.getKey().getPatternValues().stream()
                                .map(path -> new Endpoint(
                                        method.asHttpMethod(),
                                        path,
                                        mapped.getKey().getProducesCondition().getProducibleMediaTypes(),
                                        mapped.getValue()))))
                .toList();
    }

    boolean mayAnswerWith(MediaType type) {
        return produces.stream().anyMatch(type::isCompatibleWith);
    }

    boolean takesABody() {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    boolean takes(Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    /** What the variables of the path or of the query are called that are of these types. */
    List<String> variablesOf(Set<Class<?>> types) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> types.contains(parameter.getParameterType()))
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class)
                        || parameter.hasParameterAnnotation(PathVariable.class))
                .map(Endpoint::nameOf)
                .toList();
    }

    private static String nameOf(MethodParameter parameter) {
        var query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null && !query.name().isEmpty()) {
            return query.name();
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return String.valueOf(parameter.getParameterName());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
