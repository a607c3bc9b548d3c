package io.tiktoken.system.shop;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The secrets of one shop, made anew for it; each is handed only to the parts that it concerns. */
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

    Secrets() {
        var random = new SecureRandom();
        KNOWN_TO.forEach((name, parts) -> {
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            var secret = Base64.getEncoder().encodeToString(bytes);
            parts.forEach(
                    part -> byPart.computeIfAbsent(part, _ -> new HashMap<>()).put(name, secret));
        });
    }

    String named(String variable) {
        return byPart.values().stream()
                .filter(known -> known.containsKey(variable))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No part knows a secret called " + variable))
                .get(variable);
    }

    Map<String, String> of(Part part) {
        return byPart.getOrDefault(part, Map.of());
    }
}
