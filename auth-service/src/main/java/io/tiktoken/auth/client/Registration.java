package io.tiktoken.auth.client;

import io.tiktoken.auth.key.SigningKeys;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** How the authorization server sees any client: a secret by HTTP Basic or in the form, client credentials, and nothing else. */
final class Registration {

    private static final String IDENTITY_CLAIM = "tiktoken.identity-claim";
    private static final String IDENTITY = "tiktoken.identity";

    private Registration() {}

    static RegisteredClient of(MachineClient client) {
        return base(client.clientId().value(), client.kind().scopes())
                .clientSettings(ClientSettings.builder()
                        .setting(IDENTITY_CLAIM, client.kind().claim())
                        .setting(IDENTITY, client.id())
                        .build())
                .build();
    }

    static RegisteredClient ofService(String clientId, String secretHash, Collection<String> scopes) {
        return base(clientId, scopes).clientSecret(secretHash).build();
    }

    /** Which merchant or kiosk it is, by the name of the claim that says so; nothing for one of our services. */
    static @Nullable Identity identityOf(RegisteredClient client) {
        String claim = client.getClientSettings().getSetting(IDENTITY_CLAIM);
        UUID id = client.getClientSettings().getSetting(IDENTITY);
        return claim == null || id == null ? null : new Identity(claim, id);
    }

    /** Who a token says its client is, besides its id. */
    record Identity(String claim, UUID id) {}

    private static RegisteredClient.Builder base(String clientId, Collection<String> scopes) {
        return RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> all.addAll(scopes))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(SigningKeys.LONGEST_TOKEN_LIFETIME)
                        .build());
    }
}
