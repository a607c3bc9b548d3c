package io.tiktoken.launcher.shop;

import io.tiktoken.launcher.terminal.Failure;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What is added to every port, so that a second shop can run beside the one without an offset. */
public record PortOffset(int value) {

    static final int MANAGEMENT = 1000;

    private static final int LAST_PORT = 65_535;
    private static final String VARIABLE = "TIKTOKEN_PORT_OFFSET";

    /** Who listens where in a shop without an offset. */
    private static final Map<Integer, String> OWN_PORTS = ownPorts();

    static PortOffset of(Map<String, String> environment) {
        var text = environment.getOrDefault(VARIABLE, "");
        if (!text.matches("[0-9]*")) {
            throw new Failure("%s is '%s', which is not a number.".formatted(VARIABLE, text));
        }
        // Nine digits fit into an int, and are far beyond the last port already.
        return new PortOffset(text.isEmpty() ? 0 : Integer.parseInt(text.substring(0, Math.min(9, text.length()))));
    }

    /** Why services should not be started with this offset, if there is a reason. */
    public Optional<String> objection() {
        if (value
                > LAST_PORT
                        - OWN_PORTS.keySet().stream()
                                .mapToInt(port -> port)
                                .max()
                                .orElseThrow()) {
            return Optional.of("%s=%d leads beyond %d, the last port there is.".formatted(VARIABLE, value, LAST_PORT));
        }
        if (value == 0) {
            return Optional.empty();
        }
        return OWN_PORTS.keySet().stream()
                .filter(port -> OWN_PORTS.containsKey(port + value))
                .findFirst()
                .map(port -> "%s=%d moves port %d of %s to %d, which is a port of %s in a shop without an offset."
                        .formatted(
                                VARIABLE, value, port, OWN_PORTS.get(port), port + value, OWN_PORTS.get(port + value)));
    }

    /** How to call {@code up} with an offset to which nothing speaks and whose ports are all free. */
    public static String suggestion(IntPredicate isFree) {
        return free(isFree)
                .map(offset -> "%s=%d ./tiktoken up".formatted(VARIABLE, offset.value))
                .orElse(VARIABLE + "=… ./tiktoken up");
    }

    public static Optional<PortOffset> free(IntPredicate isFree) {
        return IntStream.iterate(MANAGEMENT, next -> next <= 20 * MANAGEMENT, next -> next + MANAGEMENT)
                .mapToObj(PortOffset::new)
                .filter(offset -> offset.objection().isEmpty())
                .filter(offset -> OWN_PORTS.keySet().stream().allMatch(port -> isFree.test(port + offset.value)))
                .findFirst();
    }

    private static Map<Integer, String> ownPorts() {
        var ports = new TreeMap<Integer, String>();
        Arrays.stream(Service.values()).forEach(service -> {
            ports.put(service.port(), service.module());
            ports.put(service.port() + MANAGEMENT, service.module() + "'s management");
        });
        return ports;
    }
}
