package io.tiktoken.auth.client;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The clients that are our own services: known from the settings, with no way to add one while running. */
@Component
class ServiceClients implements RegisteredClientRepository {

    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(5);
    private static final ClientSecretHash SECRET_HASH = new ClientSecretHash();

    private final Map<String, RegisteredClient> byId;

    ServiceClients(ServiceClientSettings settings) {
        this.byId = settings.serviceClients().entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> client(entry.getKey(), entry.getValue())));
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return byId.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return byId.get(clientId);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Our own services are known from the settings");
    }

    private static RegisteredClient client(String id, ServiceClientSettings.Client settings) {
        for (var scope : settings.scopes()) {
            if (Scope.of(scope).isEmpty()) {
                throw new IllegalArgumentException("The scope %s of %s is unknown".formatted(scope, id));
            }
        }
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(SECRET_HASH.encode(settings.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(settings.scopes()))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFETIME)
                        .build())
                .build();
    }
}
