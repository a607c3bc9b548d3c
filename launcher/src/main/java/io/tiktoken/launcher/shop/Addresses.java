package io.tiktoken.launcher.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where the services listen, and where the shop is from outside.
 *
 * @param publicUrl issuer of tokens and start of links, such as {@code https://shop.example}
 */
public record Addresses(PortOffset offset, String publicUrl) {

    private static final String LOOPBACK = "http://127.0.0.1:";

    /** As the environment says. */
    public static Addresses of(Map<String, String> environment) {
        var offset = PortOffset.of(environment);
        var url = environment.getOrDefault("TIKTOKEN_PUBLIC_URL", "");
        return new Addresses(
                offset, url.isEmpty() ? "http://localhost:" + (Service.GATEWAY.port() + offset.value()) : url);
    }

    /** A shop that runs keeps the addresses it was started with, whatever the environment says now. */
    public static Addresses ofRunning(Places places, Map<String, String> environment) {
        var file = file(places);
        if (!Files.isReadable(file)) {
            return of(environment);
        }
        try {
            var words = Files.readString(file).strip().split(" ", 2);
            return new Addresses(new PortOffset(Integer.parseInt(words[0])), words[1]);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    public void remember(Places places) {
        try {
            Places.writePrivate(file(places), offset.value() + " " + publicUrl + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(places), e);
        }
    }

    public int portOf(Service service) {
        return service.port() + offset.value();
    }

    public int managementPortOf(Service service) {
        return portOf(service) + PortOffset.MANAGEMENT;
    }

    public List<Integer> portsOf(Service service) {
        return List.of(portOf(service), managementPortOf(service));
    }

    String urlOf(Service service) {
        return LOOPBACK + portOf(service);
    }

    public URI healthOf(Service service) {
        return URI.create(LOOPBACK + managementPortOf(service) + "/actuator/health");
    }

    public URI readinessOf(Service service) {
        return URI.create(healthOf(service) + "/readiness");
    }

    private static Path file(Places places) {
        return places.run().resolve("addresses");
    }
}
