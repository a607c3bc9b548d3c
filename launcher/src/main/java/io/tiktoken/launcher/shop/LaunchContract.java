package io.tiktoken.launcher.shop;

import java.util.HashMap;
import java.util.Map;

/** The environment that a service is started in: the caller's, its own secrets and no others, and where everything is. */
public final class LaunchContract {

    private static final String FX_API_KEY = "TIKTOKEN_FX_API_KEY";

    private final Map<String, String> caller;
    private final Places places;
    private final Addresses addresses;
    private final Secrets secrets;
    private final boolean jsonLogs;

    public LaunchContract(
            Map<String, String> caller, Places places, Addresses addresses, Secrets secrets, boolean jsonLogs) {
        this.caller = Map.copyOf(caller);
        this.places = places;
        this.addresses = addresses;
        this.secrets = secrets;
        this.jsonLogs = jsonLogs;
    }

    /** For a service that listens and writes its own log. */
    public Map<String, String> environmentOf(Service service) {
        var environment = environmentOfCommand(service);
        environment.put("SERVER_PORT", String.valueOf(addresses.portOf(service)));
        environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(addresses.managementPortOf(service)));
        // The service's own log is cut when it is full; nothing would ever cut what it writes to standard output.
        environment.put("LOGGING_FILE_NAME", places.log(service.module()).toString());
        environment.put("LOGGING_THRESHOLD_CONSOLE", "off");
        if (jsonLogs) {
            environment.put("LOGGING_STRUCTURED_FORMAT_FILE", "ecs");
        }
        return environment;
    }

    /** For a service's program that does one thing and ends. */
    public Map<String, String> environmentOfCommand(Service service) {
        var environment = new HashMap<>(caller);
        for (var secret : Secret.values()) {
            environment.remove(secret.variable());
        }
        service.secrets().forEach(secret -> environment.put(secret.variable(), secrets.of(secret)));
        if (service != Service.FX) {
            environment.remove(FX_API_KEY);
        }
        environment.put("TIKTOKEN_DATA", places.data().toString());
        environment.put("TIKTOKEN_PUBLIC_URL", addresses.publicUrl());
        for (var neighbour : Service.values()) {
            // Where a neighbour is may be said by the caller instead. Nobody calls the gateway.
            if (neighbour != Service.GATEWAY
                    && caller.getOrDefault(neighbour.addressVariable(), "").isEmpty()) {
                environment.put(neighbour.addressVariable(), addresses.urlOf(neighbour));
            }
        }
        return environment;
    }
}
