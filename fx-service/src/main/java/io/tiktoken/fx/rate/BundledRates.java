package io.tiktoken.fx.rate;

import io.tiktoken.defaults.database.SingleWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The dated table inside the jar, from which a shop without internet can start. */
@Service
public class BundledRates {

    private static final ClassPathResource FILE = new ClassPathResource("bundled-rates.json");

    /** The file's shape; the figures are written as text so that no editor or parser rounds them. */
    private record Content(String base, Instant asOf, Map<String, String> rates) {}

    private final JsonMapper json;
    private final Plausibility plausibility;
    private final RateTables tables;
    private final SingleWriter writer;

    BundledRates(JsonMapper json, Plausibility plausibility, RateTables tables, SingleWriter writer) {
        this.json = json;
        this.plausibility = plausibility;
        this.tables = tables;
        this.writer = writer;
    }

    /** Makes it the last good table, unless a newer one is there already. */
    public void storeUnlessNewerIsThere() {
        var bundled = plausibility.tableOf(read());
        writer.run(() -> {
            if (tables.latest()
                    .filter(latest -> !latest.asOf().isBefore(bundled.asOf()))
                    .isEmpty()) {
                tables.add(bundled);
            }
        });
    }

    Offer read() {
        try (var file = FILE.getInputStream()) {
            var content = json.readValue(file, Content.class);
            var rates = content.rates().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, rate -> new BigDecimal(rate.getValue())));
            return new Offer(Source.BUNDLED, content.base(), content.asOf(), content.asOf(), rates);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
