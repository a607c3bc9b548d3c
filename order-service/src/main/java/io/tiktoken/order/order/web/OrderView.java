package io.tiktoken.order.order.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.order.order.Order;
import io.tiktoken.order.order.OrderEvent;
import io.tiktoken.order.order.OrderLine;
import io.tiktoken.order.order.OrderStatus;
import io.tiktoken.order.order.OrderWithTimeline;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sees of their order.
 *
 * @param expiresAt until when it can be paid at these prices
 * @param timeline oldest first; left out in lists
 */
public record OrderView(
        UUID id,
        OrderStatus status,
        List<LineView> lines,
        Money total,
        MerchantView merchant,
        Instant createdAt,
        Instant expiresAt,
        @Nullable List<EventView> timeline) {

    /** One product of the order. */
    public record LineView(
            UUID productId, @Schema(example = "Lipstick") String name, Money unitPrice, int quantity, Money total) {

        static LineView of(OrderLine line) {
            return new LineView(line.productId().value(), line.name(), line.unitPrice(), line.quantity(), line.total());
        }
    }

    /** Whom the approval must name as the payee. */
    public record MerchantView(
            UUID id, @Schema(example = "TikToken Shop") String name) {}

    /** One thing that happened to the order. */
    public record EventView(
            OrderStatus status,
            Instant at,

            @Schema(example = "insufficient_funds") @Nullable
            String reason) {

        static EventView of(OrderEvent event) {
            return new EventView(event.status(), event.at(), event.reason());
        }
    }

    public static OrderView of(OrderWithTimeline known) {
        return of(known.order(), known.timeline().stream().map(EventView::of).toList());
    }

    static OrderView withoutTimeline(Order order) {
        return of(order, null);
    }

    /** Relative, because only the gateway knows how the shop is called from outside. */
    public URI location() {
        return URI.create("/api/orders/" + id);
    }

    private static OrderView of(Order order, @Nullable List<EventView> timeline) {
        return new OrderView(
                order.id().value(),
                order.status(),
                order.lines().stream().map(LineView::of).toList(),
                order.total(),
                new MerchantView(order.merchant().id(), order.merchant().name()),
                order.createdAt(),
                order.expiresAt(),
                timeline);
    }
}
