package io.tiktoken.defaults.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the request that must have its effect once, which needs an {@link IdempotencyKey}. */
final class IdempotentRequestArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotentRequest.class;
    }

    @Override
    public IdempotentRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        var caller =
                Objects.requireNonNull(request.getUserPrincipal(), "a caller").getName();
        var key = IdempotencyKey.of(request).orElseThrow(IdempotencyKey::missing);
        return new IdempotentRequest(caller, key, request.getMethod(), request.getRequestURI());
    }
}
