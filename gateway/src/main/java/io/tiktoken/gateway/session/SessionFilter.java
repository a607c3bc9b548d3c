package io.tiktoken.gateway.session;

import io.tiktoken.gateway.problem.Problem;
import io.tiktoken.gateway.visit.Visit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives a request the token of the session that its cookie names. A request that brings its own
 * {@code Authorization} speaks for itself and gets nothing added.
 */
@Component
public class SessionFilter implements GatewayFilter {

    private static final Logger log = LoggerFactory.getLogger(SessionFilter.class);
    private static final String COOKIE = "tiktoken_session";
    private static final String LOG_OUT = "/api/auth/logout";

    private static final Problem NOBODY_KNOWS = Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "service_unavailable",
                    "We cannot check just now who you are. You are still signed in; please try again.")
            .retryAfter(Duration.ofSeconds(2));

    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var request = exchange.getRequest();
        var handle = handle(request);
        if (handle == null || request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
            return chain.filter(exchange);
        }
        var answered = sessions.exchange(handle)
                .onErrorMap(SessionFilter::unclear)
                .map(answer -> forOwner(exchange, answer))
                .flatMap(chain::filter);
        // Before the browser hears that it is signed out, whatever auth-service said to it.
        return isLogOut(request) ? answered.doOnTerminate(() -> sessions.forget(handle)) : answered;
    }

    private static ServerWebExchange forOwner(ServerWebExchange exchange, Exchanged answer) {
        return switch (answer) {
            case Exchanged.Person person -> {
                Visit.isFor(exchange, person.userId());
                yield exchange.mutate()
                        .request(request -> request.headers(headers -> headers.setBearerAuth(person.accessToken())))
                        .build();
            }
            case Exchanged.Unknown() -> exchange;
        };
    }

    private static Throwable unclear(Throwable failure) {
        log.warn(
                "auth-service did not say whose session this is, the client is asked to repeat: {}",
                failure.toString());
        return NOBODY_KNOWS.exception();
    }

    private static @Nullable String handle(ServerHttpRequest request) {
        var cookie = request.getCookies().getFirst(COOKIE);
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    private static boolean isLogOut(ServerHttpRequest request) {
        return HttpMethod.POST.equals(request.getMethod())
                && LOG_OUT.equals(request.getURI().getRawPath());
    }
}
