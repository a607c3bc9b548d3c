package io.tiktoken.auth.rotation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.key.KeyRotation;
import io.tiktoken.auth.rotation.RotateKeys;
import io.tiktoken.auth.rotation.RotateKeys.Outcome.Announced;
import io.tiktoken.auth.rotation.RotateKeys.Outcome.UnderWay;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForAdministrators;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators the signing keys, and lets them have another one. */
@RestController
@ForAdministrators
class KeyController {

    private final RotateKeys rotateKeys;
    private final KeyRotation rotation;
    private final Clock clock;

    KeyController(RotateKeys rotateKeys, KeyRotation rotation, Clock clock) {
        this.rotateKeys = rotateKeys;
        this.rotation = rotation;
        this.clock = clock;
    }

    @Operation(summary = "The signing keys, newest first: what they are good for, never what they are made of")
    @GetMapping("/api/admin/keys")
    Page<KeyView> keys() {
        var now = clock.instant();
        return new Page<>(
                rotation.history().stream().map(key -> KeyView.of(key, now)).toList(), null);
    }

    @Operation(summary = "Announce another signing key, which takes over once every service must know it")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = KeyView.class)))
    @ApiResponse(responseCode = "409", description = "`rotation_under_way`")
    @PostMapping("/api/admin/keys/rotation")
    ResponseEntity<?> rotate(@Parameter(hidden = true) Actor actor) {
        return switch (rotateKeys.rotate(actor)) {
            case Announced(var key) -> ResponseEntity.status(HttpStatus.CREATED).body(KeyView.of(key, clock.instant()));
            case UnderWay() ->
                Problem.of(HttpStatus.CONFLICT, "rotation_under_way", "A new key is announced and does not sign yet")
                        .response();
        };
    }
}
