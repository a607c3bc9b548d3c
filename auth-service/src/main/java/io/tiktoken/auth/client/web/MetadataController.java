package io.tiktoken.auth.client.web;

import com.fasterxml.jackson.annotation.JsonProperty;
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

    @GetMapping("/.well-known/oauth-authorization-server")
    Metadata metadata() {
        return metadata;
    }

    /** The document; its names are the standard's. */
    record Metadata(
            @JsonProperty("issuer") String issuer,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("jwks_uri") String jwksUri,
            @JsonProperty("grant_types_supported") List<String> grantTypes,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> authMethods,

            @JsonProperty("response_types_supported") List<String> responseTypes) {}
}
