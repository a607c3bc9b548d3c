package io.tiktoken.order.purchase;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.order.cart.ProductId;
import io.tiktoken.order.order.Merchant;
import io.tiktoken.order.order.Order;
import io.tiktoken.order.order.OrderId;
import io.tiktoken.order.order.OrderLine;
import io.tiktoken.order.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Purchases in which only the interesting part is said. */
public final class PurchaseFixtures {

    public static final Approval APPROVAL = new Approval("a-signed-approval");

    private PurchaseFixtures() {}

    /** Just begun: alice pays 31.00 TTK for two of something. */
    public static Purchase begun(Instant now) {
        var order = new Order(
                new OrderId(UUID.randomUUID()),
                UUID.randomUUID(),
                new Merchant(UUID.fromString("00000000-0000-7000-8000-000000000001"), "TikToken Shop"),
                List.of(new OrderLine(new ProductId(UUID.randomUUID()), "Tea", Money.tikTokens(1550), 2)),
                now,
                now.plus(Duration.ofMinutes(15)),
                OrderStatus.PROCESSING,
                now,
                1);
        return Purchase.begin(new PurchaseId(UUID.randomUUID()), order, APPROVAL, now, now);
    }

    public static PurchaseSettings settings(String... namesAndValues) {
        var values = new HashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.put("tiktoken.purchase." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(Map.copyOf(values)))
                .bindOrCreate("tiktoken.purchase", PurchaseSettings.class);
    }
}
