package io.tiktoken.system.shop;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The environment that each part is started in: the same variables that the run script and Compose set. */
final class LaunchContract {

    private final Path data;
    private final Map<Part, Address> addresses;
    private final Map<Part, URI> wires;
    private final Secrets secrets;

    /**
     * @param wires where order-service is told that its neighbours are
     */
    LaunchContract(Secrets secrets, Path data, Map<Part, Address> addresses, Map<Part, URI> wires) {
        this.secrets = secrets;
        this.data = data;
        this.addresses = addresses;
        this.wires = wires;
    }

    Secrets secrets() {
        return secrets;
    }

    /** @param own where this part itself listens */
    Map<String, String> environmentOf(Part part, Address own) {
        var environment = new HashMap<>(secrets.of(part));
        environment.put("TIKTOKEN_DATA", data.toString());
        environment.put("TIKTOKEN_PUBLIC_URL", addresses.get(Part.GATEWAY).url().toString());
        environment.put("TIKTOKEN_BIND", "127.0.0.1");
        environment.put("TIKTOKEN_RATE_LIMITS_FACTOR", "1000"); // All stories are told from one address.
        environment.put("TIKTOKEN_LOGIN_PER_ACCOUNT", "1000");
        environment.put("TIKTOKEN_ANCHOR_EVERY", "1s"); // Nobody wants to wait a minute for a story.
        environment.put("TIKTOKEN_FX_FETCH", "false"); // The bundled rates will do: nothing leaves this machine.
        environment.put("SERVER_PORT", String.valueOf(own.port()));
        environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(own.managementPort()));
        addresses.forEach((neighbour, address) ->
                environment.put(neighbour.addressVariable(), address.url().toString()));
        if (part == Part.WALLET) { // After an outage, nobody wants to wait until a breaker lets somebody try.
            environment.put("TIKTOKEN_NEIGHBOURS_AUTH_BREAKER_PAUSE", "100ms");
            environment.put("TIKTOKEN_NEIGHBOURS_FX_BREAKER_PAUSE", "100ms");
        }
        if (part == Part.AUTH) {
            environment.put("TIKTOKEN_NEIGHBOURS_WALLET_BREAKER_PAUSE", "100ms");
        }
        if (part == Part.ORDER) {
            wires.forEach((neighbour, wire) -> environment.put(neighbour.addressVariable(), wire.toString()));
        }
        return environment;
    }
}
