package io.tiktoken.auth.client.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.client.ClientId;
import io.tiktoken.auth.client.ClientKind;
import io.tiktoken.auth.client.CreateClient;
import io.tiktoken.auth.client.CreateClient.Outcome.Created;
import io.tiktoken.auth.client.CreateClient.Outcome.NameTaken;
import io.tiktoken.auth.client.DisableClient;
import io.tiktoken.auth.client.MachineClient;
import io.tiktoken.auth.client.MachineClients;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.ForAdministrators;
import io.tiktoken.defaults.text.CardNumbers;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
class ClientController {

    private final CreateClient createClient;
    private final DisableClient disableClient;
    private final MachineClients clients;

    ClientController(CreateClient createClient, DisableClient disableClient, MachineClients clients) {
        this.createClient = createClient;
        this.disableClient = disableClient;
        this.clients = clients;
    }

    @Operation(summary = "Let a merchant or kiosk in; its secret is shown this once")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NewClientView.class)))
    @ApiResponse(responseCode = "400", description = "`validation_failed`, `malformed_request`, `card_number_refused`")
    @ApiResponse(responseCode = "409", description = "`name_taken`")
    @PostMapping
    ResponseEntity<?> create(
            @Valid @RequestBody NewClientRequest body,
            @Parameter(hidden = true) Actor actor,
            @Parameter(hidden = true) ShownOnce shownOnce) {
        return shownOnce.answer(body, ClientController::shown, keep -> created(body, actor, keep));
    }

    private ResponseEntity<?> created(NewClientRequest body, Actor actor, Keep<Created> keep) {
        return switch (createClient.create(body.clientKind(), body.clientName(), actor, keep)) {
            case Created created -> shown(created);
            case NameTaken() ->
                Problem.of(HttpStatus.CONFLICT, "name_taken", "Somebody is called so, or people could think so")
                        .response();
        };
    }

    @Operation(summary = "The merchants and kiosks, newest first")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "`validation_failed`")
    @GetMapping
    Page<ClientView> list(
            @Schema(allowableValues = {"merchant", "kiosk"}) @RequestParam(required = false) @Nullable String kind,
            PageQuery query) {
        return Page.of(clients.page(kind == null ? null : kindCalled(kind), query), query, MachineClient::id)
                .map(ClientView::of);
    }

    @Operation(summary = "One merchant or kiosk")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @GetMapping("/{id}")
    ClientView one(@PathVariable String id) {
        return found(clients.byClientId(id));
    }

    @Operation(summary = "Shut a client out: no new tokens from now on, and running ones end within five minutes")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "`validation_failed`, `malformed_request`, `card_number_refused`")
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @PutMapping("/{id}/disablement")
    ClientView disable(
            @PathVariable String id,
            @Valid @RequestBody DisablementRequest body,
            @Parameter(hidden = true) Actor actor) {
        CardNumbers.refuse(body.reason());
        return found(disableClient.disable(new ClientId(id), body.reason(), actor));
    }

    @Operation(summary = "Let a client in again")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @DeleteMapping("/{id}/disablement")
    ClientView enable(@PathVariable String id, @Parameter(hidden = true) Actor actor) {
        return found(disableClient.enable(new ClientId(id), actor));
    }

    private static ResponseEntity<?> shown(Created created) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new NewClientView(
                        ClientView.of(created.client()), created.secret().text()));
    }

    private static ClientKind kindCalled(String text) {
        return ClientKind.called(text)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(HttpStatus.BAD_REQUEST, "validation_failed", "kind must be merchant or kiosk")));
    }

    private static ClientView found(Optional<MachineClient> client) {
        return client.map(ClientView::of)
                .orElseThrow(() -> ProblemException.notFound("There is no such merchant or kiosk"));
    }
}
