package io.tiktoken.auth.client;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.CLIENT_CREATED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.runtime.Ids;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;

/** Lets a new merchant or kiosk in, with its first secret. */
@Service
public class CreateClient {

    /** Every answer to the request for a new client. */
    public sealed interface Outcome {

        /** The secret is known only now: what is stored is its hash. */
        record Created(MachineClient client, ClientSecret secret) implements Outcome {}

        /** Another client, or the shop itself, is called so, or so much like it that people would mistake them. */
        record NameTaken() implements Outcome {}
    }

    private final MachineClients clients;
    private final ShopSettings shop;
    private final SecurityEvents events;
    private final SingleWriter writer;
    private final Ids ids;
    private final Clock clock;

    CreateClient(
            MachineClients clients,
            ShopSettings shop,
            SecurityEvents events,
            SingleWriter writer,
            Ids ids,
            Clock clock) {
        this.clients = clients;
        this.shop = shop;
        this.events = events;
        this.writer = writer;
        this.ids = ids;
        this.clock = clock;
    }

    public Outcome create(ClientKind kind, ClientName name, Actor by, Keep<Outcome.Created> keep) {
        if (name.imitates(shop)) {
            return new Outcome.NameTaken();
        }
        var now = clock.instant();
        var secret = ClientSecret.random();
        var secrets = List.of(new StoredSecret(ids.next(), secret.hash(), now, null));
        var client = new MachineClient(ids.next(), ClientId.random(kind), kind, name, false, secrets, now);
        return writer.write(() -> {
            if (!clients.add(client)) {
                return new Outcome.NameTaken();
            }
            events.recordAbout(client.clientId().value(), CLIENT_CREATED, by, name.value());
            var created = new Outcome.Created(client, secret);
            keep.keep(client.clientId().value(), created);
            return created;
        });
    }
}
