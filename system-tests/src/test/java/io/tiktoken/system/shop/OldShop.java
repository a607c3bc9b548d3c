package io.tiktoken.system.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a shop of another version left behind: its databases as SQL, the secrets that belong to them, and what its people
 * remember of it.
 */
public final class OldShop {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String MEMORY = "memory.json";

    /** The databases, and the columns of their tables that are seals: no instant beside one can be moved. */
    private static final Map<String, Map<String, String>> SEALS = Map.of(
            "auth", Map.of("ledger_anchors", "hash"),
            "catalog", Map.of(),
            "wallet", Map.of("entries", "hash", "reservations", "seal", "anchor_receipts", "receipt"),
            "order", Map.of(),
            "fx", Map.of());

    private final String name;
    private final JsonNode memory;

    private OldShop(String name) {
        this.name = name;
        this.memory = JSON.readTree(resource(MEMORY));
    }

    /** @param name of its folder among the tests' resources, in {@code old-shop} */
    public static OldShop named(String name) {
        return new OldShop(name);
    }

    /** Stops the shop dead, and writes what is left of it, with this memory, into a folder. */
    public static void leave(Shop shop, Map<String, ?> memory, Path folder) throws IOException, SQLException {
        shop.killEverything();
        var now = Instant.now();
        Files.createDirectories(folder);
        for (var database : SEALS.entrySet()) {
            var file = shop.data().resolve(database.getKey() + ".db");
            Files.writeString(folder.resolve(database.getKey() + ".sql"), SqlText.of(file, now, database.getValue()));
        }
        var all = new LinkedHashMap<String, Object>(memory);
        all.put("secrets", shop.secrets());
        Files.writeString(folder.resolve(MEMORY), JSON.writeValueAsString(all) + "\n");
    }

    /** What whoever made it wrote down for those who open it. */
    public JsonNode memory() {
        return memory;
    }

    Map<String, String> secrets() {
        var secrets = new LinkedHashMap<String, String>();
        memory.path("secrets").forEachEntry((variable, secret) -> secrets.put(variable, secret.asString()));
        return secrets;
    }

    void moveInto(Path data) {
        var now = Instant.now();
        for (var database : SEALS.keySet()) {
            try {
                SqlText.load(resource(database + ".sql"), data.resolve(database + ".db"), now);
            } catch (SQLException e) {
                throw new IllegalStateException("%s.sql of %s cannot be loaded".formatted(database, name), e);
            }
        }
    }

    private String resource(String file) {
        var path = "/old-shop/%s/%s".formatted(name, file);
        try (var in = OldShop.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
