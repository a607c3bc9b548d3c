package io.tiktoken.gateway.guard;

import io.tiktoken.defaults.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Lets in only paths that have one meaning. A path that the gateway and the service behind it might read
 * differently ({@code /api/..;/internal}) could pass a check on one side and open a door on the other.
 */
@Component
@Order(GuardOrder.PLAIN_PATHS)
class PlainPathGuard implements Guard {

    /** Separators, dots and percent signs in disguise, path parameters, and control characters. */
    private static final List<String> AMBIGUOUS =
            List.of("//", "\\", ";", "%2f", "%5c", "%3b", "%2e", "%25", "%0", "%1", "%7f");

    private static final List<String> DOT_SEGMENTS = List.of(".", "..");

    @Override
    public @Nullable Problem refusalOf(ServerWebExchange exchange) {
        return isPlain(exchange.getRequest().getURI().getRawPath()) ? null : Problem.of(HttpStatus.NOT_FOUND);
    }

    static boolean isPlain(String rawPath) {
        var path = rawPath.toLowerCase(Locale.ROOT);
        return AMBIGUOUS.stream().noneMatch(path::contains)
                && Arrays.stream(path.split("/", -1)).noneMatch(DOT_SEGMENTS::contains);
    }
}
