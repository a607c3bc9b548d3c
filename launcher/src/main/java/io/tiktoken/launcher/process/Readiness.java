package io.tiktoken.launcher.process;

import io.tiktoken.launcher.shop.Addresses;
import io.tiktoken.launcher.shop.Service;
import io.tiktoken.launcher.terminal.Terminal;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.time.Duration;

/** Whether a service says that it can do its work. */
public final class Readiness {

    private static final int LONGEST_LOOK_MILLIS = 2_000;
    private static final int OK = 200;

    private final Addresses addresses;

    public Readiness(Addresses addresses) {
        this.addresses = addresses;
    }

    void announce(Service service, Duration after, Terminal terminal) {
        terminal.say("  %s ready after %s s on %d"
                .formatted(
                        terminal.green("%-16s".formatted(service.module())),
                        Terminal.seconds(after),
                        addresses.portOf(service)));
    }

    /** By the JDK's oldest HTTP client, which costs a short command the least time; a proxy has no business here. */
    public boolean isReady(Service service) {
        try {
            var connection =
                    (HttpURLConnection) addresses.readinessOf(service).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(LONGEST_LOOK_MILLIS);
            connection.setReadTimeout(LONGEST_LOOK_MILLIS);
            try {
                return connection.getResponseCode() == OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
