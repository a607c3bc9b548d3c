package io.tiktoken.system.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tiktoken.system.shop.Shop;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Somebody without an account: sees the goods, and may check the books. */
public final class Visitor {

    private static final Duration FIRST_FULL_CHECK = Duration.ofMinutes(1);

    private final Browser browser;

    public Visitor(Shop shop) {
        this.browser = new Browser(shop);
    }

    public Browser browser() {
        return browser;
    }

    /** The product whose name has this word in it. */
    public Product finds(String word) {
        var products = browser.get("/api/products?limit=100").expect(200).body().path("data");
        return Arrays.stream(Answer.read(products, Product[].class))
                .filter(product -> product.name().toLowerCase(Locale.ROOT).contains(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing called " + word + " in " + products));
    }

    public long countsAvailable(Product product) {
        return browser.get("/api/products/" + product.id())
                .expect(200)
                .as(Product.class)
                .available();
    }

    /** Has the ledger checked from its first entry, which at a start it does by itself, to its last. */
    public void provesTheLedger() {
        var proof = await().atMost(FIRST_FULL_CHECK)
                .until(() -> browser.get("/api/ledger/proof").expect(200).body(), known -> known.has("holds"));
        assertThat(proof.path("holds").asBoolean(false))
                .as("the proof " + proof)
                .isTrue();
    }
}
