package io.tiktoken.auth.client;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** The clients that are our own services: known from the settings, with no way to add one while running. */
@Component
class ServiceClients {

    private static final ClientSecretEncoder SECRET_HASH = new ClientSecretEncoder();

    private final Map<String, RegisteredClient> byId;

    ServiceClients(ServiceClientSettings settings) {
        this.byId = settings.serviceClient().entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> client(entry.getKey(), entry.getValue())));
    }

    Optional<RegisteredClient> byClientId(String clientId) {
        return Optional.ofNullable(byId.get(clientId));
    }

    private static RegisteredClient client(String id, ServiceClientSettings.Client settings) {
        for (var scope : settings.scopes()) {
            if (Scope.of(scope).filter(Scope::isInternal).isEmpty()) {
                throw new IllegalArgumentException("The scope %s of %s opens no service".formatted(scope, id));
            }
        }
        return Registration.ofService(id, SECRET_HASH.encode(settings.secret().text()), settings.scopes());
    }
}
