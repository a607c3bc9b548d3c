package io.tiktoken.launcher.shop;

import static io.tiktoken.launcher.shop.Secret.APPROVAL_KEY;
import static io.tiktoken.launcher.shop.Secret.GATEWAY_SECRET;
import static io.tiktoken.launcher.shop.Secret.ORDER_SECRET;
import static io.tiktoken.launcher.shop.Secret.WALLET_SECRET;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One of the six programs of the shop, in the order of starting: who comes later may need who comes earlier. */
public enum Service {
    AUTH("auth-service", 8101, Set.of(Secret.values())),
    CATALOG("catalog-service", 8102, Set.of()),
    FX("fx-service", 8105, Set.of()),
    WALLET("wallet-service", 8103, Set.of(WALLET_SECRET, APPROVAL_KEY)),
    ORDER("order-service", 8104, Set.of(ORDER_SECRET)),
    GATEWAY("gateway", 8080, Set.of(GATEWAY_SECRET));

    /** First the door, then who coordinates purchases, last those whom both still call. */
    public static final List<Set<Service>> STOP_WAVES =
            List.of(Set.of(GATEWAY), Set.of(ORDER), Set.of(WALLET, CATALOG, FX, AUTH));

    private final String module;
    private final int port;

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of, which the type does not show.
    private final Set<Secret> secrets;

    Service(String module, int port, Set<Secret> secrets) {
        this.module = module;
        this.port = port;
        this.secrets = secrets;
    }

    /** The module's name, which is also its folder's and its jar's. */
    public String module() {
        return module;
    }

    /** Without an offset. */
    int port() {
        return port;
    }

    /** The ones that it may know; no service is handed a secret that is not its own. */
    Set<Secret> secrets() {
        return secrets;
    }

    /** The variable that tells the others where it listens. */
    String addressVariable() {
        return "TIKTOKEN_" + name() + "_URL";
    }

    public static Optional<Service> named(String module) {
        return Arrays.stream(values())
                .filter(service -> service.module.equals(module))
                .findFirst();
    }

    public static String modules(Collection<Service> services, String separator) {
        return services.stream().map(Service::module).collect(Collectors.joining(separator));
    }
}
