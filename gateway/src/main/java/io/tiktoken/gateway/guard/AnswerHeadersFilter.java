package io.tiktoken.gateway.guard;

import io.tiktoken.gateway.page.ContentPolicy;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Tells browsers on every answer, errors included, what they must not do with it. */
@Component
@Order(GuardOrder.ANSWER_HEADERS)
class AnswerHeadersFilter implements WebFilter {

    private static final String A_YEAR = "max-age=31536000";

    private final ContentPolicy policy;
    private final boolean https;

    AnswerHeadersFilter(ContentPolicy policy, DoorSettings settings) {
        this.policy = policy;
        https = settings.isHttps();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var response = exchange.getResponse();
        var path = exchange.getRequest().getURI().getRawPath();
        // At the last moment, so that a service's own headers are replaced instead of doubled.
        response.beforeCommit(() -> Mono.fromRunnable(() -> complete(response.getHeaders(), path)));
        return chain.filter(exchange);
    }

    private void complete(HttpHeaders headers, String path) {
        headers.set("Content-Security-Policy", policy.forPath(path));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (https) {
            headers.set("Strict-Transport-Security", A_YEAR);
        } else {
            headers.remove("Strict-Transport-Security");
        }
        // Compressed or not is decided per request, and a cache in between must know that.
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (headers.getCacheControl() == null) {
            headers.setCacheControl("no-store");
        }
    }
}
