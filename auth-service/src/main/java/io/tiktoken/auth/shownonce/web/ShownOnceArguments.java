package io.tiktoken.auth.shownonce.web;

import static java.util.Objects.requireNonNull;

import io.tiktoken.defaults.idempotency.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells a controller that takes a {@link ShownOnce} whether, and by which key, its answer can be asked for again. */
@Component
class ShownOnceArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(ShownOnce.class); // The header stands for it.
    }

    private final LostAnswers lostAnswers;

    ShownOnceArguments(LostAnswers lostAnswers) {
        this.lostAnswers = lostAnswers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ShownOnce.class;
    }

    @Override
    public ShownOnce resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        var caller = Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName);
        return new ShownOnce(
                lostAnswers,
                caller.orElse("anybody"),
                IdempotencyKey.of(request).orElse(null),
                request.getMethod(),
                request.getRequestURI());
    }
}
