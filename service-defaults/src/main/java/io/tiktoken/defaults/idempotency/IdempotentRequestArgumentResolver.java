package io.tiktoken.defaults.idempotency;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the {@code Idempotency-Key} header, bare or in quotes (a structured-field string, RFC 9651). */
final class IdempotentRequestArgumentResolver implements HandlerMethodArgumentResolver {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;

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
        return new IdempotentRequest(
                caller, key(request.getHeader(HEADER)), request.getMethod(), request.getRequestURI());
    }

    private static String key(@Nullable String header) {
        var key = header == null ? "" : unquoted(header.strip());
        if (key.isEmpty()) {
            throw refused("idempotency_key_missing", "Send an Idempotency-Key header, so that a repeat is harmless");
        }
        if (key.length() > LONGEST || key.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw refused(
                    "idempotency_key_invalid",
                    "The Idempotency-Key must be at most %d printable ASCII characters".formatted(LONGEST));
        }
        return key;
    }

    private static String unquoted(String header) {
        var quoted = header.length() >= 2 && header.startsWith("\"") && header.endsWith("\"");
        return quoted ? header.substring(1, header.length() - 1) : header;
    }

    private static ProblemException refused(String code, String sentence) {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, code, sentence));
    }
}
