package io.tiktoken.launcher.shop;

import io.tiktoken.launcher.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/** Every secret: from the environment where it is set there, else from its file, which is made once. */
public final class Secrets {

    private static final int BYTES = 32;

    private final Map<Secret, String> values = new EnumMap<>(Secret.class);

    private Secrets() {}

    public static Secrets prepare(Places places, Map<String, String> environment) {
        var secrets = new Secrets();
        for (var secret : Secret.values()) {
            var given = environment.getOrDefault(secret.variable(), "");
            secrets.values.put(secret, given.isEmpty() ? fromFile(secret, places) : given);
        }
        return secrets;
    }

    public String of(Secret secret) {
        return values.getOrDefault(secret, "");
    }

    private static String fromFile(Secret secret, Places places) {
        var file = places.secrets().resolve(secret.variable());
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                if (secret.isIrreplaceable() && Files.exists(places.authDatabase())) {
                    throw new Failure("%s is missing, and %s cannot be used without it. %s"
                            .formatted(
                                    file,
                                    places.authDatabase(),
                                    "Put it back from a backup, or begin anew with ./tiktoken reset."));
                }
                Places.writePrivate(file, random() + "\n");
            }
            return Files.readString(file).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file, e);
        }
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
