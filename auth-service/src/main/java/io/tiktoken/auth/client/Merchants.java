package io.tiktoken.auth.client;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Everybody who may be paid for orders at this moment: a disabled partner may not. */
@Component
public class Merchants {

    /** Whoever is paid for orders: the shop itself, or a partner. */
    public record Merchant(UUID id, String name) {}

    private final ShopSettings shop;
    private final MachineClients clients;

    Merchants(ShopSettings shop, MachineClients clients) {
        this.shop = shop;
        this.clients = clients;
    }

    public Optional<Merchant> byId(UUID id) {
        return shop.id().equals(id) ? Optional.of(new Merchant(id, shop.name())) : partner(id);
    }

    private Optional<Merchant> partner(UUID id) {
        return clients.byId(id)
                .filter(client -> client.kind() == ClientKind.MERCHANT && !client.disabled())
                .map(client -> new Merchant(id, client.name().value()));
    }
}
