package io.tiktoken.gateway.limit;

import io.tiktoken.gateway.guard.ClientAddress;
import io.tiktoken.gateway.visit.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Recognises who makes a request, or else from where it comes. */
@Component
class Callers {

    private static final String BEARER = "Bearer ";

    private final BearerTokens tokens;
    private final ClientAddress clients;

    Callers(BearerTokens tokens, ClientAddress clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    /** Whoever has a session was recognised when it was swapped for a token. */
    Mono<Caller> of(ServerWebExchange exchange) {
        var userId = Visit.userId(exchange);
        if (userId != null) {
            return Mono.just(new Caller.Person(userId));
        }
        var stranger = Mono.<Caller>fromSupplier(() -> new Caller.Stranger(clients.networkOf(exchange.getRequest())));
        var token = bearerToken(exchange);
        return token == null
                ? stranger
                : tokens.callerOf(token)
                        .doOnNext(caller -> note(exchange, caller))
                        .switchIfEmpty(stranger);
    }

    private static void note(ServerWebExchange exchange, Caller caller) {
        switch (caller) {
            case Caller.Person(var userId) -> Visit.isFor(exchange, userId);
            case Caller.Machine(var clientId) -> Visit.isFor(exchange, clientId);
            case Caller.Stranger stranger -> {}
        }
    }

    private static @Nullable String bearerToken(ServerWebExchange exchange) {
        var value = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return value != null && value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? value.substring(BEARER.length()).strip()
                : null;
    }
}
