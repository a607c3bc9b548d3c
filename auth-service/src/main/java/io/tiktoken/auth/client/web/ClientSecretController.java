package io.tiktoken.auth.client.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.client.ClientId;
import io.tiktoken.auth.client.RotateSecret;
import io.tiktoken.auth.client.RotateSecret.Addition.Added;
import io.tiktoken.auth.client.RotateSecret.Addition.TwoAlready;
import io.tiktoken.auth.client.RotateSecret.Addition.UnknownClient;
import io.tiktoken.auth.client.RotateSecret.Removal.LastSecret;
import io.tiktoken.auth.client.RotateSecret.Removal.Removed;
import io.tiktoken.auth.client.RotateSecret.Removal.UnknownSecret;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForAdministrators;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators exchange a client's secret. */
@RestController
@RequestMapping("/api/admin/clients/{id}/secrets")
@ForAdministrators
class ClientSecretController {

    private final RotateSecret rotateSecret;

    ClientSecretController(RotateSecret rotateSecret) {
        this.rotateSecret = rotateSecret;
    }

    @Operation(summary = "A second secret, shown this once; the first goes on working until it is removed")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NewSecretView.class)))
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @ApiResponse(responseCode = "409", description = "`two_secrets_already`")
    @PostMapping
    ResponseEntity<?> add(
            @PathVariable String id,
            @Parameter(hidden = true) Actor actor,
            @Parameter(hidden = true) ShownOnce shownOnce) {
        return shownOnce.answer(Map.of(), ClientSecretController::shown, keep -> added(new ClientId(id), actor, keep));
    }

    private ResponseEntity<?> added(ClientId id, Actor actor, Keep<Added> keep) {
        return switch (rotateSecret.add(id, actor, keep)) {
            case Added added -> shown(added);
            case TwoAlready() ->
                Problem.of(HttpStatus.CONFLICT, "two_secrets_already", "Remove the secret that is no longer used first")
                        .response();
            case UnknownClient() -> notFound("There is no such merchant or kiosk");
        };
    }

    @Operation(summary = "Accept a secret no longer")
    @ApiResponse(responseCode = "204", content = @Content)
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @ApiResponse(responseCode = "409", description = "`last_secret`")
    @DeleteMapping("/{secretId}")
    ResponseEntity<?> remove(
            @PathVariable String id, @PathVariable UUID secretId, @Parameter(hidden = true) Actor actor) {
        return switch (rotateSecret.remove(new ClientId(id), secretId, actor)) {
            case Removed() -> ResponseEntity.noContent().build();
            case LastSecret() ->
                Problem.of(HttpStatus.CONFLICT, "last_secret", "Disable the client instead, or add a new secret first")
                        .response();
            case UnknownSecret() -> notFound("There is no such secret of this client");
        };
    }

    private static ResponseEntity<?> shown(Added added) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new NewSecretView(added.secretId(), added.secret().text()));
    }

    private static ResponseEntity<Object> notFound(String sentence) {
        return Problem.of(HttpStatus.NOT_FOUND, "not_found", sentence).response();
    }
}
