package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The ledger's head is on record where wallet-service cannot change it. */
@InTheShop
class AnchorTests {

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(20);

    private final Shop shop;
    private final Visitor visitor;

    AnchorTests(Shop shop) {
        this.shop = shop;
        this.visitor = new Visitor(shop);
    }

    @Test
    void whatHappenedIsOnRecordSoonAfterwards() {
        var before = proof().path("height").asLong();

        Customer.registersWithMoney(shop, "alice", "10.00");

        await().atMost(A_FEW_SECONDS).untilAsserted(() -> {
            assertThat(proof().path("anchor").asString()).isEqualTo("holds");
            assertThat(proof().path("anchoredHeight").asLong()).isGreaterThan(before);
        });
    }

    @Test
    void withoutAuthServiceNobodyKnowsAndTheRestIsProvenAllTheSame() {
        Customer.registersWithMoney(shop, "alice", "10.00");
        shop.kill(Part.AUTH);

        await().atMost(A_FEW_SECONDS)
                .untilAsserted(
                        () -> assertThat(proof().path("anchor").asString()).isEqualTo("unknown"));

        visitor.provesTheLedger();
    }

    /** The real receipt, the real keys, and the very lines that customers are given. */
    @Test
    void aCustomerChecksATransactionWithTheLinesOfTheReadme(@TempDir Path folder) throws Exception {
        var alice = Customer.registersWithMoney(shop, "alice", "10.00");
        var topUp = alice.transactions("TOP_UP").getFirst().id();

        var proof = alice.browser()
                .get("/api/wallet/transactions/%s/proof".formatted(topUp))
                .expect(200)
                .body();
        var keys = visitor.browser().get("/oauth2/jwks").expect(200).body();

        assertThat(check(folder, proof, keys)).startsWith("PROVEN: entry ");
    }

    private static String check(Path folder, JsonNode proof, JsonNode keys) throws IOException {
        var readme = Files.readString(Path.of("..", "wallet-service", "README.md"));
        var from = readme.indexOf("```python\n") + "```python\n".length();
        var script = Files.writeString(folder.resolve("check.py"), readme.substring(from, readme.indexOf("```", from)));
        var proofFile = Files.writeString(folder.resolve("proof.json"), proof.toString());
        var keysFile = Files.writeString(folder.resolve("keys.json"), keys.toString());
        var python = new ProcessBuilder("python3", script.toString(), proofFile.toString(), keysFile.toString())
                .redirectErrorStream(true)
                .start();
        try (var words = python.inputReader()) {
            return words.readAllAsString();
        }
    }

    private JsonNode proof() {
        return visitor.browser().get("/api/ledger/proof").expect(200).body();
    }
}
