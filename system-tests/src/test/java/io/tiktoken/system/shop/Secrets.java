package io.tiktoken.system.shop;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The secrets of one shop; each is handed only to the parts that it concerns. */
final class Secrets {

    private static final int BYTES = 32;

    private static final Map<String, Set<Part>> KNOWN_TO = Map.of(
            "TIKTOKEN_GATEWAY_SECRET", Set.of(Part.GATEWAY, Part.AUTH),
            "TIKTOKEN_WALLET_SECRET", Set.of(Part.WALLET, Part.AUTH),
            "TIKTOKEN_ORDER_SECRET", Set.of(Part.ORDER, Part.AUTH),
            "TIKTOKEN_KEY_ENCRYPTION_KEY", Set.of(Part.AUTH),
            "TIKTOKEN_PIN_PEPPER", Set.of(Part.AUTH),
            "TIKTOKEN_APPROVAL_KEY", Set.of(Part.AUTH, Part.WALLET));

    private final Map<Part, Map<String, String>> byPart = new EnumMap<>(Part.class);

    private final Map<String, String> byName;

    /** @param byName all there are, by the names of their variables */
    Secrets(Map<String, String> byName) {
        this.byName = new TreeMap<>(byName);
        KNOWN_TO.forEach((name, parts) -> parts.forEach(
                part -> byPart.computeIfAbsent(part, _ -> new HashMap<>()).put(name, named(name))));
    }

    /** Random ones. */
    static Secrets fresh() {
        var random = new SecureRandom();
        return new Secrets(KNOWN_TO.keySet().stream().collect(Collectors.toMap(name -> name, _ -> {
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            return Base64.getEncoder().encodeToString(bytes);
        })));
    }

    String named(String variable) {
        if (!byName.containsKey(variable)) {
            throw new IllegalArgumentException("No part knows a secret called " + variable);
        }
        return byName.get(variable);
    }

    Map<String, String> all() {
        return Map.copyOf(byName);
    }

    Map<String, String> of(Part part) {
        return byPart.getOrDefault(part, Map.of());
    }
}
