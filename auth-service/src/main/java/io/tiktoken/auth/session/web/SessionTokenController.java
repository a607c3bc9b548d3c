package io.tiktoken.auth.session.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.session.ExchangeSession;
import io.tiktoken.auth.session.ExchangeSession.Outcome.Exchanged;
import io.tiktoken.auth.session.ExchangeSession.Outcome.SessionUnknown;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForService;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives the gateway an access token for the person whose cookie it was shown. */
@RestController
@ForService("sessions:exchange")
class SessionTokenController {

    private final ExchangeSession exchangeSession;

    SessionTokenController(ExchangeSession exchangeSession) {
        this.exchangeSession = exchangeSession;
    }

    @Operation(summary = "Swaps a session's handle for an access token")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExchangedView.class)))
    @ApiResponse(responseCode = "404", description = "`session_unknown`")
    @PostMapping("/internal/sessions/token")
    ResponseEntity<?> token(@Valid @RequestBody ExchangeRequest body) {
        return switch (exchangeSession.exchange(body.toHandle())) {
            case Exchanged(var accessToken, var expiresAt) ->
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new ExchangedView(accessToken, expiresAt));
            case SessionUnknown() ->
                Problem.of(HttpStatus.NOT_FOUND, "session_unknown", "There is no such session, or it is over")
                        .response();
        };
    }
}
