package io.tiktoken.gateway.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Where a request really comes from. Anyone can write an {@code X-Forwarded-For}; it is read from the right,
 * one address for each trusted proxy, and the first untrusted one is the client's.
 */
@Component
public class ClientAddress {

    private static final int BYTES_OF_AN_IPV6_NETWORK = 8;

    private final InetAddressFilter trusted;

    ClientAddress(DoorSettings settings) {
        trusted = settings.trustedProxies().isEmpty()
                ? InetAddressFilter.none()
                : InetAddressFilter.of(settings.trustedProxies().toArray(String[]::new));
    }

    /** What counts as one client: an IPv4 address, or the /64 in which an IPv6 client picks addresses as it likes. */
    public String networkOf(ServerHttpRequest request) {
        var client = of(request);
        return isAddress(client) ? networkOf(InetAddress.ofLiteral(client)) : client;
    }

    private static String networkOf(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, BYTES_OF_AN_IPV6_NETWORK) + "::/64"
                : address.getHostAddress();
    }

    String of(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        if (remote == null || remote.getAddress() == null) {
            return "unknown";
        }
        var hops = new ArrayDeque<String>();
        request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .forEach(hops::addLast);
        var nearest = remote.getAddress().getHostAddress();
        while (!hops.isEmpty() && isTrusted(nearest) && isAddress(hops.getLast())) {
            nearest = hops.removeLast();
        }
        return nearest;
    }

    private boolean isTrusted(String address) {
        return trusted.matches(InetAddress.ofLiteral(address));
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException somethingElse) {
            return false;
        }
    }
}
