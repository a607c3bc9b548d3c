package io.tiktoken.auth.client.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.client.ClientId;
import io.tiktoken.auth.client.RotateSecret;
import io.tiktoken.auth.client.RotateSecret.Addition;
import io.tiktoken.auth.client.RotateSecret.Removal;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.security.ForAdministrators;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators exchange a client's secret. */
@RestController
@RequestMapping("/api/admin/clients/{id}/secrets")
@ForAdministrators
@Tag(name = "Clients")
class ClientSecretController {

    /** Another secret, shown this once. */
    record NewSecretView(
            UUID id, @Schema(example = "Zk3vT0m9xQ") String secret) {

        @Override
        public String toString() {
            return "NewSecretView[id=" + id + "]";
        }
    }

    private final RotateSecret rotateSecret;

    ClientSecretController(RotateSecret rotateSecret) {
        this.rotateSecret = rotateSecret;
    }

    @PostMapping
    @Operation(
            summary = "Adds a second secret, shown this once",
            description = "The first goes on working until it is removed.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NewSecretView.class)))
    @Refuses({Code.CLIENT_NOT_FOUND, Code.TWO_SECRETS_ALREADY})
    ResponseEntity<?> add(@PathVariable String id, Actor actor, ShownOnce shownOnce) {
        return shownOnce.answer(Map.of(), ClientSecretController::shown, keep -> added(new ClientId(id), actor, keep));
    }

    private ResponseEntity<?> added(ClientId id, Actor actor, Keep<Addition.Added> keep) {
        return switch (rotateSecret.add(id, actor, keep)) {
            case Addition.Added added -> shown(added);
            case Addition.TwoAlready() -> Code.TWO_SECRETS_ALREADY.response();
            case Addition.UnknownClient() -> Code.CLIENT_NOT_FOUND.response();
        };
    }

    @DeleteMapping("/{secretId}")
    @Operation(summary = "Removes a secret", description = "It opens nothing from then on.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses({Code.SECRET_NOT_FOUND, Code.LAST_SECRET})
    void remove(@PathVariable String id, @PathVariable UUID secretId, Actor actor) {
        switch (rotateSecret.remove(new ClientId(id), secretId, actor)) {
            case Removal.Removed() -> {}
            case Removal.LastSecret() -> throw Code.LAST_SECRET.exception();
            case Removal.UnknownSecret() -> throw Code.SECRET_NOT_FOUND.exception();
        }
    }

    private static ResponseEntity<?> shown(Addition.Added added) {
        return ShownOnce.shown(
                HttpStatus.CREATED,
                new NewSecretView(added.secretId(), added.secret().text()));
    }
}
