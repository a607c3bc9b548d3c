package io.tiktoken.auth.client.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.security.ForAnyone;
import io.tiktoken.defaults.security.TokenSettings;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells clients where tokens and keys are to be had (RFC 8414). It is written by hand because Spring's own
 * document insists on naming an authorization endpoint, and there is none here.
 */
@RestController
@ForAnyone
@Tag(name = "Metadata", description = "For the clients of merchants and kiosks.")
class MetadataController {

    private final Metadata metadata;

    MetadataController(TokenSettings tokens) {
        var issuer = tokens.issuer().toString();
        this.metadata = new Metadata(
                issuer,
                issuer + "/oauth2/token",
                issuer + "/oauth2/jwks",
                List.of("client_credentials"),
                List.of("client_secret_basic", "client_secret_post"),
                List.of());
    }

    @Operation(summary = "Where tokens and keys are to be had", description = "As RFC 8414 says.")
    @GetMapping("/.well-known/oauth-authorization-server")
    Metadata metadata() {
        return metadata;
    }

    /** The document; its names are the standard's. */
    record Metadata(
            @JsonProperty("issuer") @Schema(example = "https://shop.example")
            String issuer,

            @JsonProperty("token_endpoint") @Schema(example = "https://shop.example/oauth2/token")
            String tokenEndpoint,

            @JsonProperty("jwks_uri") @Schema(example = "https://shop.example/oauth2/jwks")
            String jwksUri,

            @JsonProperty("grant_types_supported") @Schema(example = "[\"client_credentials\"]")
            List<String> grantTypes,

            @JsonProperty("token_endpoint_auth_methods_supported") @Schema(example = "[\"client_secret_basic\"]")
            List<String> authMethods,

            @JsonProperty("response_types_supported") @Schema(example = "[]")
            List<String> responseTypes) {}
}
