package io.tiktoken.auth.client;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.database.WriteUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Service;

/**
 * Finds out whether a machine is who it says it is. The database is asked each time, so that a client gets no token
 * from the moment that it is disabled. An unknown client costs the same work as a wrong secret.
 */
@Service
public class AuthenticateClient {

    private static final Logger log = LoggerFactory.getLogger(AuthenticateClient.class);
    /** Compared with when there is nobody to compare with. */
    private static final List<StoredSecret> NOBODYS =
            List.of(new StoredSecret(new UUID(0, 0), ClientSecret.random().hash(), Instant.EPOCH, null));

    private final ServiceClients services;
    private final MachineClients machines;
    private final ClientRefusals refusals;
    private final SingleWriter writer;
    private final Clock clock;

    AuthenticateClient(
            ServiceClients services,
            MachineClients machines,
            ClientRefusals refusals,
            SingleWriter writer,
            Clock clock) {
        this.services = services;
        this.machines = machines;
        this.refusals = refusals;
        this.writer = writer;
        this.clock = clock;
    }

    /** The client; or nothing when there is none, this is not its secret, or it is disabled: nobody is told which. */
    public Optional<RegisteredClient> authenticate(String clientId, ClientSecret secret, Actor by) {
        var service = services.byClientId(clientId);
        if (service.isPresent()) {
            return answered(service.filter(it -> secret.hasHash(it.getClientSecret())), clientId, by);
        }
        var machine = machines.byClientId(clientId);
        return answered(admitted(machine, secret), machine.isPresent() ? clientId : null, by);
    }

    private Optional<RegisteredClient> admitted(Optional<MachineClient> machine, ClientSecret secret) {
        var matching = machine.map(MachineClient::secrets).orElse(NOBODYS).stream()
                .filter(stored -> secret.hasHash(stored.hash()))
                .toList(); // Each is compared, so that the time does not tell which one it was.
        if (machine.isEmpty() || machine.get().disabled() || matching.isEmpty()) {
            return Optional.empty();
        }
        noteUseOf(matching.getFirst());
        return machine.map(Registration::of);
    }

    private Optional<RegisteredClient> answered(Optional<RegisteredClient> client, @Nullable String knownId, Actor by) {
        if (client.isEmpty()) {
            refusals.note(knownId, by);
        }
        return client;
    }

    /** What only administrators look at must not keep a kiosk from working while nothing can be written. */
    private void noteUseOf(StoredSecret secret) {
        if (!secret.useIsWorthNoting(clock.instant())) {
            return;
        }
        try {
            writer.run(() -> machines.noteUse(secret.id()));
        } catch (WriteUnavailableException unconfirmed) {
            log.warn(
                    "The use of secret {} was not noted; its next use may be: {}", secret.id(), unconfirmed.toString());
        }
    }
}
