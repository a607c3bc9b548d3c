package io.tiktoken.gateway.guard;

import io.tiktoken.defaults.trace.TraceParent;
import io.tiktoken.gateway.visit.Visit;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Decides what a service hears of a client's headers. Cookies stay here, and so does everything with which a
 * client could pretend to be somebody, or somewhere, else; what is true of that is said anew.
 */
@Component
class OutsideHeadersFilter implements HttpHeadersFilter, Ordered {

    private static final List<String> STAY_OUTSIDE = List.of(
            "cookie",
            "forwarded",
            "x-forwarded-",
            "x-real-ip",
            "x-user",
            "x-auth",
            "x-remote-",
            "x-client-",
            "x-original-",
            "x-rewrite-",
            "x-http-method-override");

    private final ClientAddress clients;
    private final URI publicUrl;

    OutsideHeadersFilter(ClientAddress clients, DoorSettings settings) {
        this.clients = clients;
        publicUrl = settings.publicUrl();
    }

    @Override
    public HttpHeaders filter(HttpHeaders outside, ServerWebExchange exchange) {
        var inside = new HttpHeaders();
        outside.forEach((name, values) -> {
            if (mayPass(name)) {
                inside.addAll(name, values);
            }
        });
        var trace = Visit.traceParent(exchange);
        if (trace != null) {
            inside.set(TraceParent.HEADER, trace.text());
        }
        inside.set("X-Forwarded-For", clients.of(exchange.getRequest()));
        inside.set("X-Forwarded-Proto", publicUrl.getScheme());
        inside.set("X-Forwarded-Host", publicUrl.getAuthority());
        return inside;
    }

    private static boolean mayPass(String name) {
        var lowerCase = name.toLowerCase(Locale.ROOT);
        return STAY_OUTSIDE.stream().noneMatch(lowerCase::startsWith);
    }

    /** After the gateway library's own filters, which remove what is set here. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
