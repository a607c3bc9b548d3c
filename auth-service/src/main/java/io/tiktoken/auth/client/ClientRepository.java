package io.tiktoken.auth.client;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Every client that may have tokens at this moment: our own services, and the merchants and kiosks not disabled. */
@Component
class ClientRepository implements RegisteredClientRepository {

    private final ServiceClients services;
    private final MachineClients machines;

    ClientRepository(ServiceClients services, MachineClients machines) {
        this.services = services;
        this.machines = machines;
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return services.byClientId(clientId)
                .or(() -> machines.byClientId(clientId)
                        .filter(client -> !client.disabled())
                        .map(Registration::of))
                .orElse(null);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Services are known from the settings, others are made by a verb");
    }
}
