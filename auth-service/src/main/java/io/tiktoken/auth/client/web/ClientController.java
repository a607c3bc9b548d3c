package io.tiktoken.auth.client.web;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.client.ClientId;
import io.tiktoken.auth.client.ClientKind;
import io.tiktoken.auth.client.ClientName;
import io.tiktoken.auth.client.CreateClient;
import io.tiktoken.auth.client.CreateClient.Outcome;
import io.tiktoken.auth.client.DisableClient;
import io.tiktoken.auth.client.MachineClient;
import io.tiktoken.auth.client.MachineClients;
import io.tiktoken.auth.client.StoredSecret;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForAdministrators;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.VisibleText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators make, see, disable and enable the clients of merchants and kiosks. */
@RestController
@RequestMapping("/api/admin/clients")
@ForAdministrators
@Tag(name = "Clients", description = "Merchants and kiosks; for administrators.")
class ClientController {

    /** Asks for a new client. */
    record NewClientRequest(
            @NotNull ClientKind kind,

            @NotNull
            @CodePointLength(min = ClientName.SHORTEST, max = ClientName.LONGEST)
            @Schema(example = "Corner Books")
            String name) {

        @SuppressWarnings("NullAway") // Validated before anybody else looks at it: any part may still be missing.
        NewClientRequest {
            name = name == null ? null : VisibleText.of(name);
        }

        @AssertTrue(message = "must have letters or digits that can be seen")
        @SuppressWarnings("NullAway") // Validated before anybody else looks at it: any part may still be missing.
        boolean isNameReadable() {
            return name == null || ClientName.typed(name).isPresent();
        }

        ClientName clientName() {
            CardNumbers.refuse(name);
            return ClientName.typed(name).orElseThrow();
        }
    }

    /** Says why a client is shut out, for whoever reads the audit. */
    record DisablementRequest(
            @NotBlank @CodePointLength(max = 200) @Schema(example = "Its secret was found in a public repository")
            String reason) {

        DisablementRequest {
            reason = VisibleText.of(requireNonNullElse(reason, ""));
        }
    }

    /**
     * A merchant or kiosk as administrators see it.
     *
     * @param id what it asks for tokens with
     */
    record ClientView(
            @Schema(example = "merchant-7k2mxq9d") String id,
            ClientKind kind,
            @Schema(example = "Corner Books") String name,
            @Nullable UUID merchantId,
            @Nullable UUID kioskId,
            @Schema(example = "[\"orders:create\"]") List<String> scopes,
            boolean disabled,
            List<SecretView> secrets,
            Instant createdAt) {

        static ClientView of(MachineClient client) {
            return new ClientView(
                    client.clientId().value(),
                    client.kind(),
                    client.name().value(),
                    client.kind() == ClientKind.MERCHANT ? client.id() : null,
                    client.kind() == ClientKind.KIOSK ? client.id() : null,
                    client.kind().scopes(),
                    client.disabled(),
                    client.secrets().stream().map(SecretView::of).toList(),
                    client.createdAt());
        }
    }

    /** That there is a secret, and whether it is in use. */
    record SecretView(UUID id, Instant createdAt, @Nullable Instant lastUsedAt) {

        static SecretView of(StoredSecret secret) {
            return new SecretView(secret.id(), secret.createdAt(), secret.lastUsedAt());
        }
    }

    /** A new client and its secret, shown this once. */
    record NewClientView(
            ClientView client,
            @Schema(example = "Zk3vT0m9xQ") String secret) {

        @Override
        public String toString() {
            return "NewClientView[client=" + client + "]";
        }
    }

    private final CreateClient createClient;
    private final DisableClient disableClient;
    private final MachineClients clients;

    ClientController(CreateClient createClient, DisableClient disableClient, MachineClients clients) {
        this.createClient = createClient;
        this.disableClient = disableClient;
        this.clients = clients;
    }

    @PostMapping
    @Operation(summary = "Lets a merchant or kiosk in", description = "Its secret is shown this once.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NewClientView.class)))
    @Refuses({Code.CARD_NUMBER_REFUSED, Code.NAME_TAKEN})
    ResponseEntity<?> create(@Valid @RequestBody NewClientRequest body, Actor actor, ShownOnce shownOnce) {
        return shownOnce.answer(body, ClientController::shown, keep -> created(body, actor, keep));
    }

    private ResponseEntity<?> created(NewClientRequest body, Actor actor, Keep<Outcome.Created> keep) {
        return switch (createClient.create(body.kind(), body.clientName(), actor, keep)) {
            case Outcome.Created created -> shown(created);
            case Outcome.NameTaken() -> Code.NAME_TAKEN.response();
        };
    }

    @GetMapping
    @Operation(summary = "The merchants and kiosks", description = "Newest first.")
    @Refuses(Code.KIND_UNKNOWN)
    Page<ClientView> list(
            @Schema(allowableValues = {"merchant", "kiosk"}) @RequestParam(required = false) @Nullable String kind,
            PageQuery query) {
        return Page.of(clients.page(kind == null ? null : kindCalled(kind), query), query, MachineClient::id)
                .map(ClientView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One merchant or kiosk", description = "With its secrets, which are never shown themselves.")
    @Refuses(Code.CLIENT_NOT_FOUND)
    ClientView one(@PathVariable String id) {
        return found(clients.byClientId(id));
    }

    @PutMapping("/{id}/disablement")
    @Operation(
            summary = "Shuts a client out",
            description = "There are no new tokens from now on, and running ones end within five minutes.")
    @Refuses({Code.CARD_NUMBER_REFUSED, Code.CLIENT_NOT_FOUND})
    ClientView disable(@PathVariable String id, @Valid @RequestBody DisablementRequest body, Actor actor) {
        CardNumbers.refuse(body.reason());
        return found(disableClient.disable(new ClientId(id), body.reason(), actor));
    }

    @DeleteMapping("/{id}/disablement")
    @Operation(summary = "Lets a client in again", description = "May be repeated.")
    @Refuses(Code.CLIENT_NOT_FOUND)
    ClientView enable(@PathVariable String id, Actor actor) {
        return found(disableClient.enable(new ClientId(id), actor));
    }

    private static ResponseEntity<?> shown(Outcome.Created created) {
        var view = new NewClientView(
                ClientView.of(created.client()), created.secret().text());
        return ShownOnce.shown(HttpStatus.CREATED, view);
    }

    private static ClientKind kindCalled(String text) {
        return ClientKind.called(text).orElseThrow(Code.KIND_UNKNOWN::exception);
    }

    private static ClientView found(Optional<MachineClient> client) {
        return client.map(ClientView::of).orElseThrow(Code.CLIENT_NOT_FOUND::exception);
    }
}
