package io.tiktoken.gateway.guard;

import io.tiktoken.defaults.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Refuses more headers than a service would take, so that the client hears why. */
@Component
@Order(GuardOrder.HEADER_LIMIT)
class HeaderLimitGuard implements Guard {

    private final DoorSettings settings;

    HeaderLimitGuard(DoorSettings settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable Problem refusalOf(ServerWebExchange exchange) {
        var lines = 0;
        var bytes = 0L;
        for (var header : exchange.getRequest().getHeaders().headerSet()) {
            for (var value : header.getValue()) {
                lines++;
                bytes += header.getKey().length() + value.length();
            }
        }
        return lines > settings.mostHeaders()
                        || bytes > settings.largestHeaders().toBytes()
                ? tooMany()
                : null;
    }

    private Problem tooMany() {
        return Problem.of(
                HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                "headers_too_large",
                "A request may have at most %d headers with %d bytes together"
                        .formatted(
                                settings.mostHeaders(),
                                settings.largestHeaders().toBytes()));
    }
}
