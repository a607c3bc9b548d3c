package io.tiktoken.auth.client;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.CLIENT_SECRET_ADDED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.CLIENT_SECRET_REMOVED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.runtime.Ids;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Exchanges a client's secret in two steps, so that the client can take up the new one while the old one still works. */
@Service
public class RotateSecret {

    /** Every answer to the request for another secret. */
    public sealed interface Addition {

        /** The secret is known only now: what is stored is its hash. */
        record Added(UUID secretId, ClientSecret secret) implements Addition {}

        record TwoAlready() implements Addition {}

        record UnknownClient() implements Addition {}
    }

    /** Every answer to the request to accept a secret no longer. */
    public sealed interface Removal {

        record Removed() implements Removal {}

        /** A client without a secret would be one that nobody disabled, and that can do nothing. */
        record LastSecret() implements Removal {}

        record UnknownSecret() implements Removal {}
    }

    private final MachineClients clients;
    private final SecurityEvents events;
    private final SingleWriter writer;
    private final Ids ids;
    private final Clock clock;

    RotateSecret(MachineClients clients, SecurityEvents events, SingleWriter writer, Ids ids, Clock clock) {
        this.clients = clients;
        this.events = events;
        this.writer = writer;
        this.ids = ids;
        this.clock = clock;
    }

    public Addition add(ClientId clientId, Actor by, Keep<Addition.Added> keep) {
        var secret = ClientSecret.random();
        var stored = new StoredSecret(ids.next(), secret.hash(), clock.instant(), null);
        return writer.write(() -> {
            var client = clients.byClientId(clientId.value());
            if (client.isEmpty()) {
                return new Addition.UnknownClient();
            }
            if (!clients.addSecret(client.get().id(), stored)) {
                return new Addition.TwoAlready();
            }
            events.recordAbout(clientId.value(), CLIENT_SECRET_ADDED, by, "secret " + stored.id());
            var added = new Addition.Added(stored.id(), secret);
            keep.keep(clientId.value(), added);
            return added;
        });
    }

    public Removal remove(ClientId clientId, UUID secretId, Actor by) {
        return writer.write(() -> {
            var client = clients.byClientId(clientId.value());
            if (client.isEmpty() || !client.get().has(secretId)) {
                return new Removal.UnknownSecret();
            }
            if (client.get().secrets().size() == 1) {
                return new Removal.LastSecret();
            }
            clients.removeSecret(secretId);
            events.recordAbout(clientId.value(), CLIENT_SECRET_REMOVED, by, "secret " + secretId);
            return new Removal.Removed();
        });
    }
}
