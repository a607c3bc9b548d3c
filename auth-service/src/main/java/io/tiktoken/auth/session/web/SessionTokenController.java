package io.tiktoken.auth.session.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.session.ExchangeSession;
import io.tiktoken.auth.session.ExchangeSession.Outcome;
import io.tiktoken.auth.session.SessionHandle;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.security.ForService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives the gateway an access token for the person whose cookie it was shown. */
@RestController
@ForService("sessions:exchange")
@Tag(name = "Sessions")
class SessionTokenController {

    /** What the gateway found in a cookie. */
    record ExchangeRequest(
            @NotNull @Size(max = 200) @Schema(example = "Zk3vT0m9xQ")
            String handle) {

        @Override
        public String toString() {
            return "ExchangeRequest[not shown]";
        }
    }

    /** What the gateway forwards in place of the cookie. */
    record ExchangedView(
            @Schema(example = "eyJraWQiOiI1MzE4") String accessToken, Instant expiresAt) {

        @Override
        public String toString() {
            return "ExchangedView[expiresAt=" + expiresAt + "]";
        }
    }

    private final ExchangeSession exchangeSession;

    SessionTokenController(ExchangeSession exchangeSession) {
        this.exchangeSession = exchangeSession;
    }

    @PostMapping("/internal/sessions/token")
    @Operation(summary = "Swaps a session's handle for an access token", description = "For the gateway.")
    @Refuses(Code.SESSION_UNKNOWN)
    ResponseEntity<ExchangedView> token(@Valid @RequestBody ExchangeRequest body) {
        return switch (exchangeSession.exchange(new SessionHandle(body.handle()))) {
            case Outcome.Exchanged(var accessToken, var expiresAt) ->
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new ExchangedView(accessToken, expiresAt));
            case Outcome.SessionUnknown() -> throw Code.SESSION_UNKNOWN.exception();
        };
    }
}
