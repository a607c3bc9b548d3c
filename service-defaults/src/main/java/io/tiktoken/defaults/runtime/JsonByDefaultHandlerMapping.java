package io.tiktoken.defaults.runtime;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Says of each handler that names nothing else that it produces JSON. So a request whose {@code Accept} it cannot satisfy finds
 * no handler and is answered 406 before anything is done; otherwise, Spring looks at {@code Accept} when there is something to
 * be written, and the deed is done by then.
 */
final class JsonByDefaultHandlerMapping extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handlerType) {
        var mapping = super.getMappingForMethod(method, handlerType);
        return mapping == null || !mapping.getProducesCondition().isEmpty()
                ? mapping
                : mapping.mutate().produces(MediaType.APPLICATION_JSON_VALUE).build();
    }
}
