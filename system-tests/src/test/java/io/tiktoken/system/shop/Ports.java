package io.tiktoken.system.shop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Finds ports that nobody listens on. They lie below the range from which the system takes the ports of
 * outgoing connections: a service that was killed must find its port free when it starts again.
 */
final class Ports {

    private static final int LOWEST = 20_000;
    private static final int BEYOND_HIGHEST = 32_000;
    private static final int MOST_TRIES = 1_000;

    private final Random random = new Random();
    private final Set<Integer> given = new HashSet<>();

    int next() {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var port = random.nextInt(LOWEST, BEYOND_HIGHEST);
            if (isFree(port) && given.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port from %d to %d".formatted(LOWEST, BEYOND_HIGHEST));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
