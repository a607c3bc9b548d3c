package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.time.Duration;
import org.junit.jupiter.api.Test;
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

    private JsonNode proof() {
        return visitor.browser().get("/api/ledger/proof").expect(200).body();
    }
}
