package io.tiktoken.order.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.order.VerbTest;
import io.tiktoken.order.cart.FakeCatalog;
import io.tiktoken.order.order.OrderFixtures;
import io.tiktoken.order.order.PlaceOrder;
import io.tiktoken.order.purchase.PayOrder.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@VerbTest
@TestPropertySource(properties = "tiktoken.purchase.answer-within=200ms")
class ImpatientCustomerTests {

    final UUID alice = UUID.randomUUID();

    @Autowired
    PayOrder payOrder;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    FakeCatalog catalog;

    @Autowired
    FakeStock stock;

    @Autowired
    SingleWriter writer;

    @Test
    void aSlowPurchaseIsAnsweredInTimeAndGoesOnWithoutItsCustomer() throws InterruptedException {
        var order = OrderFixtures.placed(placeOrder, writer, catalog, alice);
        var neighbourAnswers = new CountDownLatch(1);
        stock.whileReserving(() -> awaitQuietly(neighbourAnswers));
        var request = new PayOrder.Request(
                alice,
                order.id(),
                PurchaseFixtures.APPROVAL,
                new IdempotentRequest(alice.toString(), "key", "POST", "/api/orders/" + order.id() + "/payment"),
                Map.of());

        assertThat(payOrder.pay(request)).isEqualTo(new Outcome.Processing(false));

        neighbourAnswers.countDown();
        var patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!payOrder.pay(request).equals(new Outcome.Paid(true)) && System.nanoTime() < patience) {
            Thread.sleep(20);
        }
        assertThat(payOrder.pay(request)).isEqualTo(new Outcome.Paid(true));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
