package io.tiktoken.gateway.guard;

import io.tiktoken.defaults.problem.Problem;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses more headers than a service would take, so that the client hears why. */
@Component
@Order(GuardOrder.HEADER_LIMIT)
class HeaderLimitFilter implements WebFilter {

    private final DoorSettings settings;

    HeaderLimitFilter(DoorSettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        return lines(headers) > settings.mostHeaders()
                        || bytes(headers) > settings.largestHeaders().toBytes()
                ? Mono.error(tooMany().exception())
                : chain.filter(exchange);
    }

    private static int lines(HttpHeaders headers) {
        return headers.headerSet().stream()
                .mapToInt(header -> header.getValue().size())
                .sum();
    }

    private static long bytes(HttpHeaders headers) {
        return headers.headerSet().stream()
                .mapToLong(header -> header.getValue().stream()
                        .mapToLong(value -> header.getKey().length() + value.length())
                        .sum())
                .sum();
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
