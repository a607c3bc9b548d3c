package io.tiktoken.auth.client;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.CLIENT_DISABLED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.CLIENT_ENABLED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Shuts a client out, or lets it back in. Shut out, it gets no token from that moment; those it has end within five
 * minutes. Both may be repeated, and are written down once.
 */
@Service
public class DisableClient {

    private final MachineClients clients;
    private final SecurityEvents events;
    private final SingleWriter writer;

    DisableClient(MachineClients clients, SecurityEvents events, SingleWriter writer) {
        this.clients = clients;
        this.events = events;
        this.writer = writer;
    }

    /**
     * The client as it is now, or nothing when there is none.
     *
     * @param reason for whoever reads the audit
     */
    public Optional<MachineClient> disable(ClientId clientId, String reason, Actor by) {
        return writer.write(() -> clients.byClientId(clientId.value()).flatMap(client -> {
            if (clients.disable(client.id())) {
                events.recordAbout(clientId.value(), CLIENT_DISABLED, by, reason);
            }
            return clients.byId(client.id());
        }));
    }

    /** The client as it is now, or nothing when there is none. */
    public Optional<MachineClient> enable(ClientId clientId, Actor by) {
        return writer.write(() -> clients.byClientId(clientId.value()).flatMap(client -> {
            if (clients.enable(client.id())) {
                events.recordAbout(clientId.value(), CLIENT_ENABLED, by, null);
            }
            return clients.byId(client.id());
        }));
    }
}
