package io.tiktoken.gateway.session;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Asks auth-service what a session handle is worth. */
class AuthService {

    private static final String SESSION_UNKNOWN = "session_unknown";

    private final WebClient http;
    private final ServiceToken token;
    private final SessionSettings settings;

    AuthService(WebClient http, ServiceToken token, SessionSettings settings) {
        this.http = http;
        this.token = token;
        this.settings = settings;
    }

    /** Fails when there is no clear answer; that is never taken for an unknown session. */
    Mono<Exchanged> exchange(String handle) {
        return token.get()
                .flatMap(ours -> ask(handle, ours))
                .retryWhen(Retry.max(1)
                        .filter(TokenRefusedException.class::isInstance)
                        .onRetryExhaustedThrow((once, last) -> last.failure()));
    }

    private Mono<Exchanged> ask(String handle, String ours) {
        return http.post()
                .uri("/internal/sessions/token")
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> headers.setBearerAuth(ours))
                .bodyValue(new ExchangeRequest(handle))
                .exchangeToMono(answer -> read(answer, ours))
                .timeout(settings.answerWithin());
    }

    private Mono<Exchanged> read(ClientResponse answer, String ours) {
        return switch (answer.statusCode()) {
            case HttpStatus.OK -> answer.bodyToMono(ExchangeAnswer.class).map(ExchangeAnswer::person);
            case HttpStatus.NOT_FOUND ->
                answer.bodyToMono(Refusal.class)
                        .filter(refusal -> SESSION_UNKNOWN.equals(refusal.code()))
                        .<Exchanged>map(unknown -> new Exchanged.Unknown())
                        .switchIfEmpty(Mono.error(
                                () -> new IllegalStateException("auth-service knows no exchange of sessions")));
            case HttpStatus.UNAUTHORIZED -> {
                // Signed with a key that is no longer valid: a fresh token is worth one more try.
                token.forget(ours);
                yield answer.releaseBody().then(Mono.error(new TokenRefusedException()));
            }
            default -> answer.createError();
        };
    }

    private record ExchangeRequest(String handle) {

        @Override
        public String toString() {
            return "ExchangeRequest[]";
        }
    }

    private record ExchangeAnswer(String accessToken, Instant expiresAt) {

        /** Not verified here: it came from the one who signs it, and the services verify it again. */
        Exchanged person() {
            try {
                var userId = JWTParser.parse(accessToken).getJWTClaimsSet().getSubject();
                return new Exchanged.Person(accessToken, userId, expiresAt);
            } catch (ParseException e) {
                throw new IllegalStateException("auth-service answered with something that is not a token", e);
            }
        }

        @Override
        public String toString() {
            return "ExchangeAnswer[expiresAt=%s]".formatted(expiresAt);
        }
    }

    private record Refusal(@Nullable String code) {}

    private static final class TokenRefusedException extends RuntimeException {
        TokenRefusedException() {
            super("auth-service refused the gateway's own token", null, false, false);
        }
    }
}
